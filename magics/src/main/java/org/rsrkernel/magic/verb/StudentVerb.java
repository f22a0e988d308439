package org.rsrkernel.magic.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.Device;
import org.rsrkernel.student.Dtype;
import org.rsrkernel.student.Student;
import org.rsrkernel.student.StudentCard;
import org.rsrkernel.student.StudentOptions;
import org.rsrkernel.student.library.StudentLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code %rsr student REF}: loads a student and shows its card. */
@Command(name = "student", description = "Load a student, the model that would be trained.")
public final class StudentVerb extends Verb<StudentCard> {

  private final RsrSession session;

  @Parameters(
      paramLabel = "REF",
      description =
          "smollm2 (the embedded student), a Hugging Face folder, a .gguf file, or a Hub id"
              + " org/name.")
  private String reference;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "What to call it; else REF's last part.")
  private String name;

  @Option(
      names = "--device",
      defaultValue = "auto",
      description =
          "auto, cpu, gpu or gpu:1; several with commas hold a replica each. Default: auto, all"
              + " GPUs there are, else the CPU.")
  private String device;

  @Option(
      names = "--dtype",
      defaultValue = "auto",
      description =
          "auto, float32, bfloat16 or float16. Default: auto, which is bfloat16 where the"
              + " weights are stored in half precision and the device is fast at it, else float32.")
  private String dtype;

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description = "A Jinja chat template to use in place of the student's own.")
  private Path template;

  @Option(
      names = "--revision",
      paramLabel = "R",
      description = "Branch, tag or commit of a Hub id.")
  private String revision;

  @Option(names = "--offline", description = "Download nothing.")
  private boolean offline;

  StudentVerb(RsrSession session) {
    this.session = session;
  }

  @Override
  public StudentCard call() throws IOException, InterruptedException {
    StudentOptions options = options();
    StudentLibrary library =
        offline ? StudentLibrary.ofUser().asOffline() : StudentLibrary.ofUser();
    StudentLibrary.Found found =
        library.find(
            revision == null ? reference : reference + "@" + revision,
            new DownloadDisplay(session.notebook()));
    Student student;
    try {
      student = Student.open(found.files(), options);
    } catch (RuntimeException | Error e) {
      found.files().close();
      throw e;
    }
    session.students().add(name == null ? found.name() : name, student);
    return student.card();
  }

  private StudentOptions options() throws IOException {
    StudentOptions options =
        StudentOptions.defaults()
            .withDevices(Device.parseAll(device))
            .withDtype(Dtype.parse(dtype));
    return template == null ? options : options.withChatTemplate(Files.readString(template));
  }
}
