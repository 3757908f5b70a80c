package dev.taskstore.deploy;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template of pods.
 *
 * @param kind the kind of its owner
 * @param name the name of its owner
 * @param template the template
 * @param claims the names of the volumes that its owner claims for it
 */
record PodTemplate(String kind, String name, JsonObject template, List<String> claims) {

  /** Returns the template of an object, if it has one. */
  static Optional<PodTemplate> of(JsonObject owner) {
    String kind = Json.text(owner, "kind");
    String path =
        switch (kind) {
          case "Deployment", "StatefulSet", "Job" -> "spec.template";
          case "CronJob" -> "spec.jobTemplate.spec.template";
          default -> "";
        };
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PodTemplate(
                kind,
                Json.text(owner, "metadata.name"),
                Json.object(owner, path),
                Json.objects(owner, "spec.volumeClaimTemplates").stream()
                    .map(claim -> Json.text(claim, "metadata.name"))
                    .toList()));
  }

  JsonObject spec() {
    return Json.object(template, "spec");
  }

  Map<String, String> labels() {
    return Json.map(template, "metadata.labels");
  }

  /** Returns all containers in the order in which they start. */
  List<JsonObject> containers() {
    List<JsonObject> containers = new ArrayList<>(Json.objects(spec(), "initContainers"));
    containers.addAll(Json.objects(spec(), "containers"));
    return containers;
  }

  JsonObject container(String wanted) {
    return containers().stream()
        .filter(container -> Json.text(container, "name").equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the names of the ports of a container. */
  static List<String> ports(JsonObject container) {
    return Json.objects(container, "ports").stream().map(it -> Json.text(it, "name")).toList();
  }

  boolean isServer() {
    return kind.equals("Deployment") || kind.equals("StatefulSet");
  }

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
