package org.rsrkernel.student.decoder;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rsrkernel.student.decoder.DecoderDescription.Layer;
import org.rsrkernel.student.decoder.ProgramSettings.Norm;

/** One mistake in the class of a family. */
enum FamilySlip {
  EMBEDDING_SCALE {
    @Override
    void breaks(ProgramSettings settings) {
      settings.embeddingScale(number(settings, "embedding_scale") == 1 ? 2 : 1);
    }
  },
  ATTENTION_SCALE {
    @Override
    void breaks(ProgramSettings settings) {
      settings.attentionScale(1.05 * number(settings, "attention_scale"));
    }
  },
  ATTENTION_CAP {
    @Override
    void breaks(ProgramSettings settings) {
      settings.caps(number(settings, "attention_cap") == 0 ? 5 : 0, number(settings, "logit_cap"));
    }
  },
  LOGIT_CAP {
    @Override
    void breaks(ProgramSettings settings) {
      settings.caps(number(settings, "attention_cap"), number(settings, "logit_cap") == 0 ? 20 : 0);
    }
  },
  NORM {
    @Override
    void breaks(ProgramSettings settings) {
      boolean plusOne = settings.attributes().get("norm_kind").equals("rms_plus_one");
      settings.norm(plusOne ? Norm.RMS : Norm.RMS_PLUS_ONE);
    }
  },
  ACTIVATION {
    @Override
    void breaks(ProgramSettings settings) {
      boolean tanh = settings.attributes().get("activation").equals("gelu_tanh");
      settings.activation(tanh ? Activation.GELU : Activation.GELU_TANH);
    }
  },
  RESIDUAL {
    @Override
    void breaks(ProgramSettings settings) {
      settings.parallelResidual(!(boolean) settings.attributes().get("parallel_residual"));
    }
  },
  EXPERTS_PER_TOKEN {
    @Override
    void breaks(ProgramSettings settings) {
      settings.experts(1, true);
    }
  },
  EXPERTS_SHARES {
    @Override
    void breaks(ProgramSettings settings) {
      settings.experts(2, false);
    }
  },
  /** One token more than the layer has, or a window where there is none. */
  WINDOW {
    @Override
    Layer in(Layer layer) {
      return new Layer(
          layer.weights(), layer.window() == 0 ? 24 : layer.window() + 1, layer.rotary());
    }
  },
  ROTATION_LEFT_OUT {
    @Override
    List<RotaryEmbedding> in(List<RotaryEmbedding> rotaries) {
      return rotaries.stream().map(rotary -> RotaryEmbedding.NONE).toList();
    }
  },
  /** Of layers that turn otherwise than others. */
  ROTATION_OF_ANOTHER_LAYER {
    @Override
    Layer in(Layer layer) {
      return new Layer(layer.weights(), layer.window(), 1 - layer.rotary());
    }
  },
  ROTATION_WHERE_POSITIONS_ARE_LEARNED {
    @Override
    List<RotaryEmbedding> in(List<RotaryEmbedding> rotaries) {
      return List.of(new RotaryEmbedding(8, 10_000, RotaryScaling.NONE));
    }
  },
  LAYERS_IN_REVERSE {
    @Override
    List<Layer> inAll(List<Layer> layers) {
      return IntStream.range(0, layers.size())
          .mapToObj(i -> layers.get(layers.size() - 1 - i))
          .toList();
    }
  };

  private static final Set<FamilySlip> OF_EXPERTS = Set.of(EXPERTS_PER_TOKEN, EXPERTS_SHARES);

  /** Those that a student's family can make. */
  static Stream<FamilySlip> thatConcern(String student) {
    boolean learnsPositions = student.equals("gpt2");
    return Stream.of(values())
        .filter(slip -> student.equals("qwen3-moe") || !OF_EXPERTS.contains(slip))
        .filter(slip -> student.equals("gemma3") || slip != ROTATION_OF_ANOTHER_LAYER)
        .filter(slip -> learnsPositions || slip != ROTATION_WHERE_POSITIONS_ARE_LEARNED)
        .filter(slip -> !learnsPositions || slip != ROTATION_LEFT_OUT);
  }

  /** The family with this mistake in it. */
  DecoderFamily in(DecoderFamily right) {
    return new DecoderFamily() {
      @Override
      public Set<String> modelTypes() {
        return right.modelTypes();
      }

      @Override
      public String prefix() {
        return right.prefix();
      }

      @Override
      public DecoderDescription describe(ModelConfig config) {
        DecoderDescription described = right.describe(config);
        breaks(described.settings());
        return new DecoderDescription(
            described.shape(),
            described.settings(),
            described.ends(),
            inAll(described.layers().stream().map(FamilySlip.this::in).toList()),
            in(described.rotaries()));
      }
    };
  }

  void breaks(ProgramSettings settings) {}

  Layer in(Layer layer) {
    return layer;
  }

  List<Layer> inAll(List<Layer> layers) {
    return layers;
  }

  List<RotaryEmbedding> in(List<RotaryEmbedding> rotaries) {
    return rotaries;
  }

  private static double number(ProgramSettings settings, String attribute) {
    return (double) settings.attributes().get(attribute);
  }
}
