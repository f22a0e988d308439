package org.rsrkernel.student.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * NVIDIA cards and their driver as Linux shows them, whether or not libtorch can use them. Empty on
 * other systems.
 *
 * @param cards on the PCI bus, each by its model where the driver knows it
 * @param driver version of the running driver, if one runs
 * @param open whether this process may open the driver's device file
 */
public record NvidiaHardware(List<String> cards, Optional<String> driver, boolean open) {

  private static final String NVIDIA = "0x10de";
  private static final String DISPLAY_CLASS = "0x03";
  private static final Pattern DRIVER = Pattern.compile("Kernel Module.*?(\\d+\\.\\d+(\\.\\d+)?)");
  private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(.+)$");

  public NvidiaHardware {
    cards = List.copyOf(cards);
  }

  /** What this machine shows. */
  public static NvidiaHardware look() {
    return under(Path.of("/"));
  }

  /**
   * What a file system shows.
   *
   * @param root of the file system that holds {@code proc}, {@code sys} and {@code dev}
   */
  static NvidiaHardware under(Path root) {
    Path driver = root.resolve("proc/driver/nvidia");
    List<String> models =
        children(driver.resolve("gpus"))
            .flatMap(gpu -> first(MODEL, gpu.resolve("information")).stream())
            .toList();
    List<String> onBus =
        children(root.resolve("sys/bus/pci/devices"))
            .filter(NvidiaHardware::isNvidiaCard)
            .map(device -> "NVIDIA card at " + device.getFileName())
            .toList();
    return new NvidiaHardware(
        models.isEmpty() ? onBus : models,
        first(DRIVER, driver.resolve("version")),
        Files.isReadable(root.resolve("dev/nvidiactl")));
  }

  private static boolean isNvidiaCard(Path device) {
    return text(device.resolve("vendor")).startsWith(NVIDIA)
        && text(device.resolve("class")).startsWith(DISPLAY_CLASS);
  }

  private static Optional<String> first(Pattern pattern, Path file) {
    Matcher matcher = pattern.matcher(text(file));
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static Stream<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (Stream<Path> listing = Files.list(folder)) {
      listing.sorted().forEach(children::add);
    } catch (IOException e) {
      return Stream.empty(); // no such hardware, or a system without such files
    }
    return children.stream();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
