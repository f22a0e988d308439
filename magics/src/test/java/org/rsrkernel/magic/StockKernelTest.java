package org.rsrkernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %rsr} in a kernel that is basekernel and nothing of ours, put together as IJava is. */
class StockKernelTest {
  private final LikeIJava kernel = new LikeIJava();
  private final StockKernel rsr = StockKernel.addRsr(kernel);

  @Test
  void verb_givesATypedValueThatTheKernelShows() throws Exception {
    Table loaded = kernel.line("rsr load demo --limit 5");
    assertThat(loaded.rowCount()).isEqualTo(5);
    assertThat(kernel.eval("%rsr load demo --limit 5").getData(MIMEType.TEXT_HTML).toString())
        .contains("<table");
    assertThat(kernel.eval("%rsr metrics").getData(MIMEType.TEXT_PLAIN).toString())
        .contains("avg_surprisal");
  }

  @Test
  void namedTable_isAnOperand() throws Exception {
    Table scored =
        Table.create("scored")
            .addColumns(
                StringColumn.create("id", "sum", "sum"),
                StringColumn.create("question", "1+1?", "1+1?"),
                IntColumn.create("tokens", 9, 8),
                DoubleColumn.create("avg_rank", 6.0, 4.0),
                DoubleColumn.create("avg_surprisal", 2.0, 2.0),
                DoubleColumn.create("rsr", 3.0, 2.0));
    rsr.name("scored", scored);
    Table best = kernel.line("rsr select scored --per question");
    assertThat(best.doubleColumn("rsr").asList()).containsExactly(2.0);
  }

  @Test
  void mistake_isExplained() {
    assertThatThrownBy(() -> kernel.eval("%rsr laod demo")).hasMessageContaining("load");
  }

  @Test
  void kernelWithoutMagics_isRefused() {
    BaseKernel without = new WithoutMagics();
    assertThatThrownBy(() -> StockKernel.addRsr(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no getMagics()");
  }

  static class WithoutMagics extends BaseKernel {
    @Override
    public DisplayData eval(String code) throws Exception {
      return null;
    }

    @Override
    public LanguageInfo getLanguageInfo() {
      return new LanguageInfo.Builder("Java").build();
    }
  }

  public static final class LikeIJava extends WithoutMagics {
    private final Magics magics = new Magics();

    public Magics getMagics() {
      return magics;
    }

    <T> T line(String words) throws Exception {
      List<String> all = Arrays.asList(words.split(" "));
      return magics.applyLineMagic(all.get(0), all.subList(1, all.size()));
    }

    @Override
    public DisplayData eval(String code) throws Exception {
      return getRenderer().render(line(code.substring(1)));
    }
  }
}
