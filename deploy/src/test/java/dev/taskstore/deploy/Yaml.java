package dev.taskstore.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads YAML as JSON. */
final class Yaml {

  private static final Gson GSON = new Gson();

  private Yaml() {}

  /** Returns the documents of a text that are not empty. */
  static List<JsonObject> documents(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    List<JsonObject> documents = new ArrayList<>();
    for (Object document :
        new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text)) {
      if (document != null) {
        JsonElement json = GSON.toJsonTree(document);
        documents.add(json.getAsJsonObject());
      }
    }
    return documents;
  }
}
