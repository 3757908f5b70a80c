package dev.taskstore.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder that {@code create-secrets} writes. */
final class SecretFolder {

  static final Path SCRIPT = Overlay.FOLDER.resolve("create-secrets");

  private static final Pattern GENERATOR = Pattern.compile("(secret|configMap)Generator:");
  private static final Pattern NAME = Pattern.compile("  - name: (\\S+)");

  private SecretFolder() {}

  /** Runs the script, and returns the objects that kustomize makes of the folder. */
  static Manifests create(Path folder) {
    Command.run("bash", SCRIPT.toString(), folder.toString());
    return Manifests.parse(Command.run("kubectl", "kustomize", folder.toString()));
  }

  /** Returns the kinds and names of the objects that the script declares. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    String kind = "";
    try {
      for (String line : Files.readAllLines(SCRIPT)) {
        Matcher generator = GENERATOR.matcher(line);
        Matcher name = NAME.matcher(line);
        if (generator.matches()) {
          kind = generator.group(1).equals("secret") ? "Secret " : "ConfigMap ";
        } else if (!kind.isEmpty() && name.matches()) {
          names.add(kind + name.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
