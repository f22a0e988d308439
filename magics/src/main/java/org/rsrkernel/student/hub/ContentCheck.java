package org.rsrkernel.student.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Whether a file is the one that the Hub described. */
final class ContentCheck {

  private static final int SHA256_DIGITS = 64;
  private static final int BUFFER = 1 << 20;

  private ContentCheck() {}

  static boolean matches(Path file, RemoteFile remote) throws IOException {
    if (Files.size(file) != remote.size()) {
      return false;
    }
    MessageDigest digest = digest(remote);
    byte[] buffer = new byte[BUFFER];
    try (InputStream content = Files.newInputStream(file)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).equals(remote.etag());
  }

  /** SHA-256 of the content, or the SHA-1 by which git knows it. */
  private static MessageDigest digest(RemoteFile remote) {
    try {
      if (remote.etag().length() == SHA256_DIGITS) {
        return MessageDigest.getInstance("SHA-256");
      }
      MessageDigest git = MessageDigest.getInstance("SHA-1");
      git.update(("blob " + remote.size() + "\0").getBytes(StandardCharsets.US_ASCII));
      return git;
    } catch (NoSuchAlgorithmException e) { // every Java platform has both
      throw new IllegalStateException(e);
    }
  }
}
