package dev.taskstore.examples.chatbot.tool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON Schema (2020-12) of arguments or results. Immutable. */
public final class Schema {

  private final Map<String, Object> keywords;

  private Schema(Map<String, Object> keywords) {
    this.keywords = keywords;
  }

  private static Schema ofType(String type) {
    return new Schema(Map.of()).with("type", type);
  }

  /** Returns the schema of any text. */
  public static Schema text() {
    return ofType("string");
  }

  /** Returns the schema of a text with a number of code points. */
  public static Schema text(int minimum, int maximum) {
    return text().with("minLength", minimum).with("maxLength", maximum);
  }

  /** Returns the schema of one of several texts. */
  public static Schema oneOf(Object[] values) {
    return text().with("enum", Arrays.stream(values).map(Literals::of).toList());
  }

  /** Returns the schema of an identifier. */
  public static Schema uuid() {
    return text().with("format", "uuid");
  }

  /** Returns the schema of a time. */
  public static Schema instant() {
    return text().with("format", "date-time");
  }

  /** Returns the schema of an integer. */
  public static Schema integer() {
    return ofType("integer");
  }

  /** Returns the schema of an integer in a range. */
  public static Schema integer(long minimum, long maximum) {
    return integer().with("minimum", minimum).with("maximum", maximum);
  }

  /** Returns the schema of a truth value. */
  public static Schema bool() {
    return ofType("boolean");
  }

  /** Returns the schema of a list. */
  public static Schema list(Schema items) {
    return ofType("array").with("items", items.toMap());
  }

  /** Returns the schema of a list with 1 to {@code maximum} items. */
  public static Schema list(Schema items, int maximum) {
    return list(items).with("minItems", 1).with("maxItems", maximum);
  }

  /** Returns the schema of an object without properties. */
  public static Schema object() {
    return ofType("object").with("additionalProperties", false);
  }

  /** Returns the schema of an object with any properties. */
  public static Schema anyObject() {
    return ofType("object");
  }

  /** Returns this schema with a required property. */
  public Schema required(String name, Schema property) {
    List<Object> names = new ArrayList<>((List<?>) keywords.getOrDefault("required", List.of()));
    names.add(name);
    return optional(name, property).with("required", List.copyOf(names));
  }

  /** Returns this schema with an optional property. */
  public Schema optional(String name, Schema property) {
    Map<String, Object> properties = new LinkedHashMap<>();
    ((Map<?, ?>) keywords.getOrDefault("properties", Map.of()))
        .forEach((key, value) -> properties.put((String) key, value));
    properties.put(name, property.toMap());
    return with("properties", properties);
  }

  /** Returns this schema, which also accepts null. */
  public Schema orNull() {
    return with("type", List.of(keywords.get("type"), "null"));
  }

  /** Returns this schema of a list without duplicates. */
  public Schema unique() {
    return with("uniqueItems", true);
  }

  /** Returns this schema with a description for the model. */
  public Schema describe(String description) {
    return with("description", description);
  }

  private Schema with(String keyword, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(keywords);
    copy.put(keyword, value);
    return new Schema(copy);
  }

  /** Returns the JSON of this schema, as a new map in the order of its keywords. */
  public Map<String, Object> toMap() {
    return new LinkedHashMap<>(keywords);
  }
}
