package org.rsrkernel.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.rsrkernel.kernel.transport.JupyterMessage;

/** Tells what this kernel is: {@code kernel_info_request}. */
public final class InfoHandler implements RequestHandler {
  private static final String VERSION = "0.1.0";

  @Override
  public JsonObject handle(JupyterMessage request) {
    JsonObject reply = Reply.ok();
    reply.addProperty("protocol_version", JupyterMessage.PROTOCOL_VERSION);
    reply.addProperty("implementation", "java-rsr");
    reply.addProperty("implementation_version", VERSION);
    reply.add("language_info", languageInfo());
    reply.addProperty("banner", banner());
    reply.addProperty("debugger", false);
    reply.add("help_links", helpLinks());
    JsonArray features = new JsonArray();
    features.add("kernel subshells");
    reply.add("supported_features", features);
    return reply;
  }

  private static String banner() {
    return "Java (RSR) "
        + VERSION
        + " on Java "
        + Runtime.version()
        + " ("
        + System.getProperty("java.vendor")
        + "). %lsmagic lists the magics.";
  }

  private static JsonObject languageInfo() {
    JsonObject language = new JsonObject();
    language.addProperty("name", "java");
    language.addProperty("version", Runtime.version().toString());
    language.addProperty("mimetype", "text/x-java");
    language.addProperty("file_extension", ".java");
    language.addProperty("pygments_lexer", "java");
    language.addProperty("codemirror_mode", "text/x-java");
    language.addProperty("nbconvert_exporter", "script");
    return language;
  }

  private static JsonArray helpLinks() {
    int feature = Runtime.version().feature();
    JsonObject link = new JsonObject();
    link.addProperty("text", "Java " + feature + " API");
    link.addProperty("url", "https://docs.oracle.com/en/java/javase/" + feature + "/docs/api/");
    JsonArray links = new JsonArray();
    links.add(link);
    return links;
  }
}
