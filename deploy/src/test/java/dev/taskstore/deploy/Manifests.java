package dev.taskstore.deploy;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The objects of an overlay.
 *
 * @param objects the objects, which tests may change
 */
record Manifests(List<JsonObject> objects) {

  static Manifests parse(String yaml) {
    return new Manifests(Yaml.documents(yaml));
  }

  /** Returns the objects of some kinds. */
  List<JsonObject> of(String... kinds) {
    List<String> wanted = Arrays.asList(kinds);
    return objects.stream().filter(object -> wanted.contains(Json.text(object, "kind"))).toList();
  }

  /** Returns the object with a name, to which kustomize may have added a digest. */
  JsonObject get(String kind, String name) {
    List<JsonObject> candidates = of(kind);
    return candidates.stream()
        .filter(object -> nameOf(object).equals(name))
        .findFirst()
        .or(
            () ->
                candidates.stream()
                    .filter(object -> nameOf(object).matches(name + "-[a-z0-9]{10}"))
                    .findFirst())
        .orElseThrow(() -> new AssertionError("No " + kind + " " + name));
  }

  /** Returns the templates of all pods that the objects create themselves. */
  List<PodTemplate> pods() {
    return objects.stream().flatMap(object -> PodTemplate.of(object).stream()).toList();
  }

  /** Returns the template of the pods of an object. */
  PodTemplate pod(String kind, String name) {
    return PodTemplate.of(get(kind, name)).orElseThrow();
  }

  static String nameOf(JsonObject object) {
    return Json.text(object, "metadata.name");
  }

  /** Returns whether labels are those of a selector, with {@code matchLabels} or without. */
  static boolean selects(JsonObject selector, Map<String, String> labels) {
    String path = selector.has("matchLabels") ? "matchLabels" : "";
    Map<String, String> wanted =
        path.isEmpty() ? Json.map(wrapped(selector), "it") : Json.map(selector, path);
    return labels.entrySet().containsAll(wanted.entrySet());
  }

  private static JsonObject wrapped(JsonObject object) {
    JsonObject wrapper = new JsonObject();
    wrapper.add("it", object);
    return wrapper;
  }
}
