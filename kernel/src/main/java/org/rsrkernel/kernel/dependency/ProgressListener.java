package org.rsrkernel.kernel.dependency;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Passes the resolver's transfers on as progress; small files count too, failed ones do not. */
final class ProgressListener extends AbstractTransferListener {

  private final DependencyProgress progress;

  ProgressListener(DependencyProgress progress) {
    this.progress = progress;
  }

  @Override
  public void transferProgressed(TransferEvent event) {
    tell(event, event.getResource().getContentLength());
  }

  @Override
  public void transferSucceeded(TransferEvent event) {
    tell(event, event.getTransferredBytes());
  }

  private void tell(TransferEvent event, long totalBytes) {
    String path = event.getResource().getResourceName();
    progress.downloading(
        path.substring(path.lastIndexOf('/') + 1), event.getTransferredBytes(), totalBytes);
  }
}
