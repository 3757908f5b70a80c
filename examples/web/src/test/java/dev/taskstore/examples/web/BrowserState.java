package dev.taskstore.examples.web;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The cookies of a client, and the form in which browsers send fields. Not thread-safe. */
final class BrowserState {

  private final Map<String, String> cookies = new LinkedHashMap<>();

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  /** Adds the cookies to a request. */
  void addTo(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      request.header("Cookie", joined(cookies, "; "));
    }
  }

  /** Keeps the cookies of a response. */
  void remember(HttpResponse<?> response) {
    for (String cookie : response.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
  }

  /** Returns the body of a form. */
  static String form(Map<String, String> fields) {
    Map<String, String> encoded = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            encoded.put(
                URLEncoder.encode(name, StandardCharsets.UTF_8),
                URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return joined(encoded, "&");
  }

  private static String joined(Map<String, String> pairs, String separator) {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining(separator));
  }
}
