package org.rsrkernel.student.decoder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rsrkernel.student.Device;

/**
 * Writes decoders for {@code src/test/python/check_decoder_on_device.py}, which runs them where
 * there is PyTorch and a GPU but no Java: the very archive a student is run with, and how its
 * weights are made.
 *
 * <p>Arguments: the folder to write to, then configurations, {@code config.json} or else.
 */
public final class DecoderExport {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int[] LENGTHS = {2, 9, 60, 400}; // of make_tiny_students.py

  private DecoderExport() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      export(Path.of(file), folder);
    }
  }

  private static void export(Path file, Path folder) throws IOException {
    String fileName = file.getFileName().toString();
    String name =
        fileName.equals("config.json")
            ? file.getParent().getFileName().toString()
            : fileName.replace(".json", "");
    ModelConfig config = new ModelConfig(name, JSON.readTree(file.toFile()));
    DecoderDescription description = DecoderFamilies.of(config).describe(config);
    byte[] archive = CodeArchive.of("Decoder", description.settings().attributes());
    Files.write(folder.resolve(name + ".pt"), archive);
    ObjectNode json = JSON.createObjectNode();
    json.put("vocabulary", description.shape().vocabulary());
    json.put("segmentsAtOnce", description.settings().segmentsAtOnce());
    write(json.putArray("ends"), description.ends());
    ArrayNode layers = json.putArray("layers");
    for (DecoderDescription.Layer layer : description.layers()) {
      ObjectNode node = layers.addObject().put("window", layer.window());
      node.put("rotary", layer.rotary());
      write(node.putArray("weights"), layer.weights());
    }
    writeRotaries(json.putArray("rotaries"), description);
    JSON.writeValue(folder.resolve(name + ".json").toFile(), json);
  }

  private static void write(ArrayNode json, List<WeightRecipe> recipes) {
    for (WeightRecipe recipe : recipes) {
      ObjectNode node = json.addObject().put("name", recipe.name());
      recipe.rowShape().forEach(node.putArray("rowShape")::add);
      ArrayNode pieces = node.putArray("pieces");
      recipe
          .pieces()
          .forEach(
              piece ->
                  pieces
                      .addObject()
                      .put("tensor", piece.tensor())
                      .put("rows", piece.rows())
                      .put("layout", piece.layout().name()));
    }
  }

  private static void writeRotaries(ArrayNode json, DecoderDescription description) {
    try (var manager = TorchRuntime.openManager(Device.CPU);
        var program = new DecoderProgram(manager, description.settings().attributes())) {
      for (RotaryEmbedding rotary : description.rotaries()) {
        ObjectNode node = json.addObject().put("magnitude", rotary.magnitude());
        ObjectNode byLength = node.putObject("frequencies");
        for (int length : LENGTHS) {
          ArrayNode frequencies = byLength.putArray(String.valueOf(length));
          for (float frequency : rotary.frequencies(program, length)) {
            frequencies.add(frequency);
          }
        }
      }
    }
  }
}
