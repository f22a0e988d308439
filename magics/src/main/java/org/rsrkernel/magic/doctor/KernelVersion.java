package org.rsrkernel.magic.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which version this is. */
final class KernelVersion {

  /** Maven writes it into the jar. */
  private static final String OF_THE_JAR = "/META-INF/maven/org.rsrkernel/magics/pom.properties";

  private KernelVersion() {}

  static String find() {
    try (InputStream stream = KernelVersion.class.getResourceAsStream(OF_THE_JAR)) {
      if (stream == null) {
        return "not from a jar";
      }
      Properties properties = new Properties();
      properties.load(stream);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown: " + e.getMessage();
    }
  }
}
