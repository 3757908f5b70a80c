package dev.taskstore.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the containers of pods as their templates describe them, on this machine: images, arguments,
 * variables, files of secrets and ConfigMaps, volumes, user and group. The parts of a kubelet that
 * need a container runtime are missing: namespaces of networks and processes, and limits.
 */
final class Node {

  private final Path folder;
  private final Manifests manifests;
  private final Manifests secrets;
  private final Map<String, Image> images;
  private final int databasePort;
  private int volumes;

  /**
   * Creates a node.
   *
   * @param folder a folder for volumes
   * @param manifests the objects of an overlay
   * @param secrets secrets, and more ConfigMaps
   * @param images the images by their names in the registry
   * @param databasePort the port of the database on this machine
   */
  Node(
      Path folder,
      Manifests manifests,
      Manifests secrets,
      Map<String, Image> images,
      int databasePort) {
    this.folder = folder;
    this.manifests = manifests;
    this.secrets = secrets;
    this.images = images;
    this.databasePort = databasePort;
  }

  /**
   * Starts a container.
   *
   * @param pod the pod
   * @param name the name of the container
   * @param overrides variables that this machine requires, such as other ports
   */
  ContainerProcess start(PodTemplate pod, String name, Map<String, String> overrides) {
    JsonObject container = pod.container(name);
    Map<String, String> variables = new TreeMap<>();
    for (JsonObject source : Json.objects(container, "envFrom")) {
      variables.putAll(
          Json.map(manifests.get("ConfigMap", Json.text(source, "configMapRef.name")), "data"));
    }
    for (JsonObject variable : Json.objects(container, "env")) {
      variables.put(Json.text(variable, "name"), Json.text(variable, "value"));
    }
    variables.replaceAll(
        (key, value) -> value.replace("//postgres/", "//postgres:" + databasePort + "/"));
    variables.putAll(overrides);
    variables.put(
        "JAVA_TOOL_OPTIONS",
        "-XX:MaxRAM=" + Json.text(container, "resources.limits.memory").replace("Mi", "m"));
    List<ContainerProcess.Mount> mounts = new ArrayList<>();
    for (JsonObject mount : Json.objects(container, "volumeMounts")) {
      JsonObject volume =
          Json.objects(pod.spec(), "volumes").stream()
              .filter(it -> Json.text(it, "name").equals(Json.text(mount, "name")))
              .findFirst()
              .orElseThrow();
      mounts.add(
          new ContainerProcess.Mount(
              provide(pod, volume),
              Json.text(mount, "mountPath"),
              Json.text(mount, "readOnly").equals("true")));
    }
    String user =
        Json.text(pod.spec(), "securityContext.runAsUser")
            + ":"
            + Json.text(pod.spec(), "securityContext.runAsGroup");
    String image = Json.text(container, "image").replaceFirst(":[^:/]*$", "");
    return ContainerProcess.start(
        images.get(image), Json.texts(container, "args"), variables, user, mounts);
  }

  /** Runs all containers of a job one after the other, and returns their output. */
  List<String> runToEnd(PodTemplate pod, Map<String, String> overrides)
      throws InterruptedException {
    List<String> outputs = new ArrayList<>();
    for (JsonObject container : pod.containers()) {
      String name = Json.text(container, "name");
      try (ContainerProcess process = start(pod, name, overrides)) {
        int exitCode = process.await();
        if (exitCode != 0) {
          throw new AssertionError(name + " ended with " + exitCode + ": " + process.output());
        }
        outputs.add(process.output());
      }
    }
    return outputs;
  }

  private Path provide(PodTemplate pod, JsonObject volume) {
    String group = Json.text(pod.spec(), "securityContext.fsGroup");
    String claim = Json.text(volume, "persistentVolumeClaim.claimName");
    try {
      if (!claim.isEmpty()) {
        Path claimed = folder.resolve("claim-" + claim);
        if (!Files.exists(claimed)) {
          own(Files.createDirectory(claimed), group, "2770");
        }
        return claimed;
      }
      Path created = Files.createDirectory(folder.resolve("volume-" + volumes++));
      if (volume.has("secret")) {
        write(created, volume, "secret", secrets.get("Secret", name(volume, "secretName")), group);
      } else if (volume.has("configMap")) {
        write(created, volume, "configMap", configMap(name(volume, "name")), group);
      } else {
        own(created, group, "2777");
      }
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(JsonObject volume, String key) {
    return Json.text(volume, (key.equals("name") ? "configMap." : "secret.") + key);
  }

  private JsonObject configMap(String name) {
    boolean isOfOverlay =
        manifests.of("ConfigMap").stream().anyMatch(it -> Manifests.nameOf(it).equals(name));
    return (isOfOverlay ? manifests : secrets).get("ConfigMap", name);
  }

  private static void write(
      Path created, JsonObject volume, String kind, JsonObject source, String group)
      throws IOException {
    String mode = Integer.toOctalString(Json.object(volume, kind).get("defaultMode").getAsInt());
    for (JsonObject item : Json.objects(volume, kind + ".items")) {
      Path file = created.resolve(Json.text(item, "path"));
      JsonElement value = Json.object(source, "data").get(Json.text(item, "key"));
      byte[] bytes =
          kind.equals("secret")
              ? Base64.getDecoder().decode(value.getAsString().replaceAll("\\s", ""))
              : value.getAsString().getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes);
      own(file, group, mode);
    }
    own(created, group, "0755");
  }

  private static void own(Path path, String group, String mode) {
    List<String> owner = new ArrayList<>(Command.asRoot());
    owner.addAll(List.of("chown", "0:" + group, path.toString()));
    Command.run(new ProcessBuilder(owner));
    List<String> permissions = new ArrayList<>(Command.asRoot());
    permissions.addAll(List.of("chmod", mode, path.toString()));
    Command.run(new ProcessBuilder(permissions));
  }
}
