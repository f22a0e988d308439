package org.rsrkernel.trajectory.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rsrkernel.trajectory.NearestNames;
import org.rsrkernel.trajectory.TrajectoryException;

/** The files that paths, globs and folders name. */
public final class InputFiles {

  /** The embedded sample's name. */
  public static final String DEMO = "demo";

  private static final String DEMO_RESOURCE = "/org/rsrkernel/trajectory/demo.jsonl";

  /** Files of data set folders that describe the data. */
  private static final Set<String> DESCRIPTIONS =
      Set.of("dataset_info.json", "dataset_infos.json", "dataset_dict.json", "state.json");

  private InputFiles() {}

  /**
   * Files in the order named; those of a glob or folder sorted by path, each file once.
   *
   * @throws TrajectoryException if a name matches nothing
   */
  public static List<InputFile> named(List<String> names) {
    Set<InputFile> files = new LinkedHashSet<>();
    for (String name : names) {
      files.addAll(named(name));
    }
    return List.copyOf(files);
  }

  private static List<InputFile> named(String name) {
    Path path =
        Path.of(name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name);
    try {
      if (Files.isRegularFile(path)) {
        return List.of(InputFile.of(path));
      }
      if (Files.isDirectory(path)) {
        return inFolder(path);
      }
      if (name.equals(DEMO)) {
        return List.of(InputFile.ofResource(DEMO, DEMO_RESOURCE));
      }
      if (isGlob(name)) {
        return matching(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new TrajectoryException("Cannot list " + name + ": " + e.getMessage(), e);
    }
    throw new TrajectoryException("No such file: " + name + "." + nearest(path));
  }

  private static boolean isGlob(String name) {
    return name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  private static List<InputFile> inFolder(Path folder) throws IOException {
    List<InputFile> files = walk(folder, path -> true);
    if (!files.isEmpty()) {
      return files;
    }
    try (Stream<Path> arrow = Files.walk(folder)) {
      if (arrow.anyMatch(path -> path.toString().endsWith(".arrow"))) {
        boolean splits = Files.exists(folder.resolve("dataset_dict.json"));
        throw new TrajectoryException(
            "%s holds Arrow files of datasets' save_to_disk, which are not read. In Python: load_from_disk(\"%s\")%s.to_parquet(\"%s.parquet\")"
                .formatted(folder, folder, splits ? "[\"train\"]" : "", folder.getFileName()));
      }
    }
    throw new TrajectoryException(
        "No trajectories in folder %s: expected files ending in %s (also with .gz or .zst)."
            .formatted(folder, String.join(", ", Suffixes.FORMATS)));
  }

  private static List<InputFile> matching(Path pattern) throws IOException {
    Path root = Path.of("");
    int literal = 0;
    while (literal < pattern.getNameCount() - 1 && !isGlob(pattern.getName(literal).toString())) {
      literal++;
    }
    if (pattern.isAbsolute()) {
      root = pattern.getRoot();
    }
    if (literal > 0) {
      root = root.resolve(pattern.subpath(0, literal));
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    PathMatcher noFolderBetween = // shells let **/ stand for no folder at all
        FileSystems.getDefault().getPathMatcher("glob:" + pattern.toString().replace("**/", ""));
    List<InputFile> files =
        Files.isDirectory(root.toAbsolutePath())
            ? walkAll(
                root,
                path ->
                    (matcher.matches(path) || noFolderBetween.matches(path))
                        && (!isHidden(path.getFileName()) || isHidden(pattern.getFileName())))
            : List.of();
    if (files.isEmpty()) {
      throw new TrajectoryException(
          "No file matches " + pattern + ". Folder " + root.toAbsolutePath() + " was searched.");
    }
    return files;
  }

  private static List<InputFile> walk(Path folder, Predicate<Path> wanted) throws IOException {
    return walkAll(
        folder,
        path ->
            wanted.test(path)
                && Suffixes.isReadable(path.getFileName().toString())
                && !DESCRIPTIONS.contains(path.getFileName().toString())
                && !isHidden(folder.relativize(path)));
  }

  private static List<InputFile> walkAll(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).filter(wanted).sorted().map(InputFile::of).toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static String nearest(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return " Folder " + folder + " does not exist either.";
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> siblings = Files.list(folder)) {
      siblings.forEach(sibling -> names.add(sibling.getFileName().toString()));
    } catch (IOException e) {
      return " Folder " + folder + " cannot be listed.";
    }
    List<String> nearest = NearestNames.of(path.getFileName().toString(), names);
    return nearest.isEmpty()
        ? " Folder " + folder + " has no file of a similar name."
        : " In " + folder + " there is " + String.join(", ", nearest) + ".";
  }
}
