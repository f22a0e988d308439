package org.rsrkernel.student.decoder;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript archive of program text and plain attributes, without weights: what {@code
 * torch.jit.load} opens.
 *
 * <p>A zip of stored entries: the text, a pickle of the module's attributes, an empty pickle of
 * constants, the format's version.
 */
final class CodeArchive {

  private static final String FORMAT_VERSION = "10\n"; // what libtorch 2.7 writes

  private CodeArchive() {}

  /**
   * A program with these attributes: booleans, ints, doubles and strings.
   *
   * @param className of the module, whose text is {@code CLASSNAME.torchscript.py}, in small
   *     letters
   */
  static byte[] of(String className, Map<String, Object> attributes) {
    String root = className.toLowerCase(Locale.ROOT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      store(zip, root + "/data.pkl", module(className, attributes));
      store(zip, root + "/code/__torch__.py", source(root + ".torchscript.py"));
      store(zip, root + "/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
      store(zip, root + "/version", FORMAT_VERSION.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] source(String file) throws IOException {
    try (InputStream text = CodeArchive.class.getResourceAsStream(file)) {
      if (text == null) {
        throw new IOException("the program " + file + " is missing from this build");
      }
      return text.readAllBytes();
    }
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 checksum = new CRC32();
    checksum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Pickle protocol 2 of an object of that class with a dictionary of attributes. */
  private static byte[] module(String className, Map<String, Object> attributes)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream pickle = new DataOutputStream(bytes);
    pickle.write(new byte[] {(byte) 0x80, 2});
    pickle.writeBytes("c__torch__\n" + className + "\n");
    pickle.writeBytes(")\u0081}("); // made with no arguments; an empty dictionary; a mark
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      writeText(pickle, attribute.getKey());
      writeValue(pickle, attribute.getValue());
    }
    pickle.writeBytes("ub."); // items into the dictionary; dictionary into the object; end
    return bytes.toByteArray();
  }

  private static void writeValue(DataOutputStream pickle, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      pickle.write(flag ? 0x88 : 0x89);
    } else if (value instanceof Integer number) {
      pickle.write('J');
      pickle.writeInt(Integer.reverseBytes(number));
    } else if (value instanceof Double number) {
      pickle.write('G');
      pickle.writeDouble(number);
    } else {
      writeText(pickle, (String) value);
    }
  }

  private static void writeText(DataOutputStream pickle, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    pickle.write('X');
    pickle.writeInt(Integer.reverseBytes(utf8.length));
    pickle.write(utf8);
  }
}
