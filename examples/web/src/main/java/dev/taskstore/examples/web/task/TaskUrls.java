package dev.taskstore.examples.web.task;

import java.util.Map;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of lists. */
final class TaskUrls {

  static final String LIST = "/tasks";

  private TaskUrls() {}

  static String task(UUID id) {
    return LIST + "/" + id;
  }

  /** Returns the path of the list with parameters, encoded. */
  static String list(Map<String, String> parameters) {
    UriComponentsBuilder url = UriComponentsBuilder.fromPath(LIST);
    parameters.keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
    return url.encode().buildAndExpand(parameters).toUriString();
  }
}
