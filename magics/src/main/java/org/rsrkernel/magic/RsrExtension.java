package org.rsrkernel.magic;

import java.util.List;
import org.rsrkernel.kernel.extension.KernelExtension;
import org.rsrkernel.kernel.extension.NotebookKernel;
import org.rsrkernel.magic.session.PageQuestions;
import org.rsrkernel.magic.session.RsrSession;
import org.rsrkernel.student.library.RsrHome;

/** Brings {@code %rsr} into the kernel. */
public final class RsrExtension implements KernelExtension {

  private RsrSession session;

  @Override
  public void install(NotebookKernel kernel) {
    session = new RsrSession(new KernelNotebook(kernel), RsrHome.find());
    RsrCommandLine commandLine = new RsrCommandLine(session);
    RsrMagic magic = new RsrMagic(commandLine, session);
    kernel.magics().registerLineMagic(RsrMagic.NAME, magic);
    kernel.magics().registerCellMagic(RsrMagic.NAME, magic);
    kernel.answer(PageQuestions.TARGET, session.pageQuestions()::answer);
    kernel.describe(RsrMagic.NAME, new RsrMagicSupport(commandLine, session));
    RsrRenderers.register(kernel.renderer());
  }

  @Override
  public List<String> imports() {
    return List.of("import tech.tablesaw.api.*;");
  }

  @Override
  public void uninstall(NotebookKernel kernel) {
    session.close();
  }
}
