package org.rsrkernel.student.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Hub in this process, with one repository and as many faults as a test wants. */
final class HubServer implements AutoCloseable {

  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

  /** Answers a request for a file's content instead of the server. */
  @FunctionalInterface
  interface Fault {
    void answer(HttpExchange exchange, byte[] content) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, Deque<Fault>> faults = new TreeMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private Fault refusal;

  HubServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  HubServer with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  HubServer with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The next request for the file's content meets the fault; faults queue up. */
  synchronized HubServer failing(String name, Fault fault) {
    faults.computeIfAbsent(name, key -> new ArrayDeque<>()).add(fault);
    return this;
  }

  /** No more faults. */
  synchronized void calm() {
    faults.clear();
  }

  /** Every request is answered like this. */
  HubServer refusing(int status, String code) {
    refusal =
        (exchange, content) -> {
          exchange.getResponseHeaders().set("X-Error-Code", code);
          exchange.sendResponseHeaders(status, -1);
        };
    return this;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Method, path, range and token of every request so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  static String sha256(byte[] content) {
    return hex("SHA-256", new byte[0], content);
  }

  static String gitSha1(byte[] content) {
    byte[] header = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
    return hex("SHA-1", header, content);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String range = exchange.getRequestHeaders().getFirst("Range");
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      requests.add(
          exchange.getRequestMethod()
              + " "
              + path
              + (range == null ? "" : " " + range)
              + (token == null ? "" : " " + token));
      if (refusal != null) {
        refusal.answer(exchange, new byte[0]);
      } else if (path.startsWith("/api/models/")) {
        list(exchange);
      } else if (path.startsWith("/storage/")) {
        send(exchange, path.substring("/storage/".length()));
      } else {
        resolve(exchange, path.substring(path.indexOf(COMMIT) + COMMIT.length() + 1));
      }
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    String siblings =
        files.keySet().stream()
            .map(name -> "{\"rfilename\": \"" + name + "\"}")
            .collect(Collectors.joining(", "));
    byte[] json =
        "{\"sha\": \"%s\", \"siblings\": [%s]}"
            .formatted(COMMIT, siblings)
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, json.length);
    exchange.getResponseBody().write(json);
  }

  /** Large files redirect to a storage, as on the Hub; small ones are sent at once. */
  private void resolve(HttpExchange exchange, String name) throws IOException {
    byte[] content = files.get(name);
    if (content == null) {
      exchange.getResponseHeaders().set("X-Error-Code", "EntryNotFound");
      exchange.sendResponseHeaders(404, -1);
    } else if (name.endsWith(".safetensors")) {
      exchange.getResponseHeaders().set("X-Linked-Etag", '"' + sha256(content) + '"');
      exchange.getResponseHeaders().set("X-Linked-Size", String.valueOf(content.length));
      // another name for this host: the token must not follow
      String storage = "http://localhost:" + server.getAddress().getPort() + "/storage/";
      exchange.getResponseHeaders().set("Location", storage + name);
      exchange.sendResponseHeaders(302, -1);
    } else {
      exchange.getResponseHeaders().set("ETag", '"' + gitSha1(content) + '"');
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
        exchange.sendResponseHeaders(200, -1);
      } else {
        send(exchange, name);
      }
    }
  }

  private void send(HttpExchange exchange, String name) throws IOException {
    byte[] content = files.get(name);
    Fault fault;
    synchronized (this) {
      fault = faults.getOrDefault(name, new ArrayDeque<>()).poll();
    }
    if (fault != null) {
      fault.answer(exchange, content);
      return;
    }
    sendAsAsked(exchange, content);
  }

  /** Sends the range that is asked for, or all; breaks off where the content ends. */
  void sendAsAsked(HttpExchange exchange, byte[] content) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = RANGE.matcher(header == null ? "" : header);
    if (range.matches()) {
      int start = Integer.parseInt(range.group(1));
      int end = Integer.parseInt(range.group(2)) + 1;
      byte[] upToEnd = Arrays.copyOf(content, Math.max(start, Math.min(end, content.length)));
      sendFrom(exchange, upToEnd, start, 206, end - start);
    } else {
      sendFrom(exchange, content, 0, 200, content.length);
    }
  }

  /** Sends content from {@code start} on, announcing {@code length} bytes, whatever is true. */
  static void sendFrom(HttpExchange exchange, byte[] content, int start, int status, long length)
      throws IOException {
    exchange
        .getResponseHeaders()
        .set(
            "Content-Range", "bytes %d-%d/%d".formatted(start, content.length - 1, content.length));
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(content, start, content.length - start);
  }

  private static String hex(String algorithm, byte[] before, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(before);
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
