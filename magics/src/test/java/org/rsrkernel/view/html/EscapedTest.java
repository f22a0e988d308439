package org.rsrkernel.view.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EscapedTest {

  @Test
  void html_keepsTagsAndQuotesAsText() {
    assertThat(Escaped.html("<b title=\"x\">'R&D'</b>"))
        .isEqualTo("&lt;b title=&quot;x&quot;&gt;&#39;R&amp;D&#39;&lt;/b&gt;");
  }

  @Test
  void json_cannotEndItsScript() {
    assertThat(Escaped.json(TextNode.valueOf("</script>\u2028<!--")))
        .isEqualTo("\"\\u003c/script>\\u2028\\u003c!--\"");
  }

  @Test
  void json_ofAnyText_readsBackTheSame() throws Exception {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        text.append((char) random.nextInt(i % 2 == 0 ? 128 : 0xD800));
      }
      String json = Escaped.json(TextNode.valueOf(text.toString()));
      assertThat(json).as("seed " + seed).doesNotContain("<", "\u2028", "\u2029");
      assertThat(new ObjectMapper().readTree(json).textValue())
          .as("seed " + seed)
          .isEqualTo(text.toString());
    }
  }

  @Test
  void plotly_showsItsTagsAsText() {
    assertThat(Escaped.plotly("<b>a & b</b>")).isEqualTo("&lt;b&gt;a &amp; b&lt;/b&gt;");
  }

  @Test
  void shortened_doesNotCutACharacterInTwo() {
    assertThat(Escaped.shortened("ab🙂cd", 4)).isEqualTo("ab…");
    assertThat(Escaped.shortened("abcd", 4)).isEqualTo("abcd");
  }
}
