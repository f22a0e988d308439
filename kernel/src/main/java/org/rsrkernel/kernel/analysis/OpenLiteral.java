package org.rsrkernel.kernel.analysis;

import org.rsrkernel.kernel.source.MaskedCode;
import org.rsrkernel.kernel.source.MaskedCode.Region;

/**
 * The comment or string that a text ends in, if any.
 *
 * @param start offset of its first character after the quote; the text's length if there is none
 */
public record OpenLiteral(boolean isComment, boolean isString, int start) {

  public static OpenLiteral at(String code) {
    MaskedCode masked = MaskedCode.of(code);
    Region region = masked.endsIn();
    boolean string = region == Region.STRING;
    return new OpenLiteral(
        region.isComment(), string, string ? masked.regionStart() + 1 : code.length());
  }
}
