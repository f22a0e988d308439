package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.TreeSet;
import org.rsrkernel.student.StudentException;

/** Every family there is. A new one is one class and one line here. */
final class DecoderFamilies {

  private static final List<DecoderFamily> ALL =
      List.of(
          new LlamaFamily(),
          new MistralFamily(),
          new Qwen2Family(),
          new Qwen3Family(),
          new Qwen3MoeFamily(),
          new Phi3Family(),
          new GemmaFamily(),
          new Gemma2Family(),
          new Gemma3Family(),
          new Olmo2Family(),
          new Gpt2Family(),
          new GptNeoxFamily());

  private DecoderFamilies() {}

  /** The family a configuration belongs to. */
  static DecoderFamily of(ModelConfig config) {
    String type = config.text("model_type", "");
    return ALL.stream()
        .filter(family -> family.modelTypes().contains(type))
        .findFirst()
        .orElseThrow(
            () ->
                new StudentException(
                    "%s: model_type '%s' in config.json is not supported; these are: %s"
                        .formatted(config.student(), type, String.join(", ", modelTypes()))));
  }

  /** What is supported, in alphabetical order. */
  static TreeSet<String> modelTypes() {
    TreeSet<String> types = new TreeSet<>();
    ALL.forEach(family -> types.addAll(family.modelTypes()));
    return types;
  }
}
