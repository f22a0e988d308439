package org.rsrkernel.magic.verb;

/** A verb that also takes a cell's text: {@code %%rsr VERB …} with the text below. */
public interface CellVerb {

  /** Called before {@code call} with the cell's text, without the magic's line. */
  void body(String text);
}
