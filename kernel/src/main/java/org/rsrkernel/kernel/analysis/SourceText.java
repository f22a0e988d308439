package org.rsrkernel.kernel.analysis;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java file that lies nowhere. */
final class SourceText extends SimpleJavaFileObject {
  private final String text;

  SourceText(String text) {
    super(URI.create("string:///Cell.java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
