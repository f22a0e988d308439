package org.rsrkernel.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.rsrkernel.kernel.shell.CellFailure;
import org.rsrkernel.kernel.shell.CellValue;

/** {@code %load} and {@code %%writefile}. */
final class FileMagics {
  private final CellRunner runner;

  FileMagics(CellRunner runner) {
    this.runner = runner;
  }

  Object load(List<String> words) throws IOException, CellFailure {
    if (words.size() != 1) {
      throw new IllegalArgumentException("%load needs one file: %load FILE");
    }
    Path file = Path.of(words.get(0));
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toAbsolutePath() + " is no file; %load needs one");
    }
    return runner.run(file.toString(), Files.readString(file)).map(CellValue::value).orElse(null);
  }

  Object write(List<String> words, String body) throws IOException {
    boolean append = words.contains("-a");
    List<String> names = words.stream().filter(word -> !word.equals("-a")).toList();
    if (names.size() != 1) {
      throw new IllegalArgumentException("%%writefile needs one file: %%writefile [-a] FILE");
    }
    Path file = Path.of(names.get(0));
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          "there is no folder " + folder + "; make it first: %bash mkdir");
    }
    String text = body.endsWith("\n") ? body : body + "\n";
    if (append) {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } else {
      Files.writeString(file, text);
    }
    System.out.println((append ? "Appended to " : "Wrote ") + file);
    return null;
  }
}
