package org.rsrkernel.magic.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rsrkernel.student.Student;

/** Students by name, one of them in use. */
public final class LoadedStudents implements AutoCloseable {

  private final Map<String, Student> byName = new LinkedHashMap<>();
  private String inUse;

  /** Adds a student and uses it from now on; one of that name is unloaded. */
  public void add(String name, Student student) {
    Student replaced = byName.put(name, student);
    if (replaced != null) {
      replaced.close();
    }
    inUse = name;
  }

  /** Names in order of loading. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The name of the student in use. */
  public Optional<String> nameInUse() {
    return Optional.ofNullable(inUse);
  }

  /**
   * The student of that name.
   *
   * @param name or null for the one in use
   * @throws RsrException if there is none
   */
  public Student get(String name) {
    String wanted = name == null ? inUse : name;
    if (wanted == null) {
      throw new RsrException(
          "No student is loaded. Load one first, for example: %rsr student smollm2");
    }
    Student student = byName.get(wanted);
    if (student == null) {
      throw new RsrException(
          "No student is called '%s'; loaded are %s. Load it with: %%rsr student REF --as %s"
              .formatted(wanted, byName.isEmpty() ? "none" : String.join(", ", names()), wanted));
    }
    return student;
  }

  /** Makes the student of that name the one in use. */
  public Student use(String name) {
    Student student = get(name);
    inUse = name;
    return student;
  }

  /** Closes the student of that name and frees its memory. */
  public void unload(String name) {
    get(name).close();
    byName.remove(name);
    if (name.equals(inUse)) {
      List<String> left = new ArrayList<>(byName.keySet());
      inUse = left.isEmpty() ? null : left.get(left.size() - 1);
    }
  }

  @Override
  public void close() {
    byName.values().forEach(Student::close);
    byName.clear();
    inUse = null;
  }
}
