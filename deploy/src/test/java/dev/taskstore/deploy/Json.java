package dev.taskstore.deploy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads parts of JSON by paths, such as {@code spec.template.metadata}. */
final class Json {

  private Json() {}

  /** Returns what a path leads to, if it exists. */
  static Optional<JsonElement> at(JsonElement start, String path) {
    JsonElement element = start;
    for (String name : path.split("\\.")) {
      if (!element.isJsonObject() || !element.getAsJsonObject().has(name)) {
        return Optional.empty();
      }
      element = element.getAsJsonObject().get(name);
    }
    return Optional.of(element);
  }

  /** Returns the object at a path, which is empty if there is none. */
  static JsonObject object(JsonElement start, String path) {
    return at(start, path).map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new);
  }

  /** Returns the objects of the array at a path, which are none if there is no array. */
  static List<JsonObject> objects(JsonElement start, String path) {
    List<JsonObject> objects = new ArrayList<>();
    at(start, path)
        .map(JsonElement::getAsJsonArray)
        .ifPresent(array -> array.forEach(element -> objects.add(element.getAsJsonObject())));
    return objects;
  }

  /** Returns the texts of the array at a path, which are none if there is no array. */
  static List<String> texts(JsonElement start, String path) {
    List<String> texts = new ArrayList<>();
    JsonArray array = at(start, path).map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new);
    array.forEach(element -> texts.add(element.getAsString()));
    return texts;
  }

  /** Returns the text or number at a path, or an empty text. */
  static String text(JsonElement start, String path) {
    return at(start, path).map(JsonElement::getAsString).orElse("");
  }

  /** Returns the texts of the object at a path, such as labels. */
  static Map<String, String> map(JsonElement start, String path) {
    Map<String, String> map = new LinkedHashMap<>();
    object(start, path).entrySet().forEach(e -> map.put(e.getKey(), e.getValue().getAsString()));
    return map;
  }
}
