package dev.taskstore.deploy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An image, unpacked into a folder.
 *
 * @param root the folder with the file system
 * @param entrypoint the command
 * @param environment the variables
 * @param user the user and the group, as numbers
 */
record Image(Path root, List<String> entrypoint, Map<String, String> environment, String user) {

  private static final Map<String, Image> UNPACKED = new ConcurrentHashMap<>();

  /** Returns the image of an example, which the first call of this process unpacks. */
  static Image of(String example) {
    Path file = Path.of("..", "examples", example, "target", "jib-image.tar").toAbsolutePath();
    return UNPACKED.computeIfAbsent(
        example, key -> unpack(file, WorkFolder.create("image-" + example)));
  }

  /**
   * Unpacks an image for Docker, layer by layer, with the modes of its files, and adds the names of
   * hosts.
   */
  private static Image unpack(Path file, Path folder) {
    try {
      Path archive = Files.createDirectory(folder.resolve("archive"));
      Path root = Files.createDirectory(folder.resolve("root"));
      Command.run("tar", "-xf", file.toString(), "-C", archive.toString());
      JsonArray images =
          JsonParser.parseString(Files.readString(archive.resolve("manifest.json")))
              .getAsJsonArray();
      JsonObject manifest = images.get(0).getAsJsonObject();
      for (String layer : Json.texts(manifest, "Layers")) {
        List<String> command = new ArrayList<>(Command.asRoot());
        command.addAll(List.of("tar", "-xpf", archive.resolve(layer).toString()));
        command.addAll(List.of("--numeric-owner", "-C", root.toString()));
        Command.run(new ProcessBuilder(command));
      }
      Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost postgres\n");
      List<String> copy = new ArrayList<>(Command.asRoot());
      copy.addAll(List.of("cp", hosts.toString(), root + "/etc/hosts"));
      Command.run(new ProcessBuilder(copy));
      JsonElement config =
          JsonParser.parseString(Files.readString(archive.resolve(Json.text(manifest, "Config"))));
      Map<String, String> environment = new LinkedHashMap<>();
      for (String variable : Json.texts(config, "config.Env")) {
        String[] parts = variable.split("=", 2);
        environment.put(parts[0], parts[1]);
      }
      return new Image(
          root,
          Json.texts(config, "config.Entrypoint"),
          environment,
          Json.text(config, "config.User"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
