package dev.taskstore.codegen.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Converts the names of tables and columns to Java names. Stateless. */
public final class Names {

  // Names that JLS 8.10.1 forbids for record components, and names of generated methods.
  private static final Set<String> RESERVED =
      Set.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "build",
          "builder",
          "key",
          "of",
          "with");

  private Names() {}

  /**
   * Splits a name into its words.
   *
   * @param name a name in snake case or camel case
   * @return the words in lower case
   */
  public static List<String> words(String name) {
    return Arrays.stream(name.split("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * Returns a name in Pascal case.
   *
   * @param name a name in snake case or camel case
   * @return the name, such as {@code DueAt}
   */
  public static String pascal(String name) {
    String joined =
        words(name).stream()
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return startsIdentifier(joined) ? joined : "_" + joined;
  }

  /**
   * Returns a name in camel case that is a legal identifier.
   *
   * @param name a name in snake case or camel case
   * @return the name, such as {@code dueAt}; with a trailing underscore if Java reserves it
   */
  public static String camel(String name) {
    String pascal = pascal(name);
    String camel = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
    return SourceVersion.isKeyword(camel, SourceVersion.RELEASE_17) || RESERVED.contains(camel)
        ? camel + "_"
        : camel;
  }

  /**
   * Returns the name of a constant.
   *
   * @param text any text
   * @return the name, such as {@code IN_PROGRESS}
   */
  public static String constant(String text) {
    String joined =
        words(text).stream()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    if (joined.isEmpty()) {
      return "EMPTY";
    }
    return startsIdentifier(joined) ? joined : "_" + joined;
  }

  /**
   * Returns the name of the model of a table.
   *
   * @param table a name such as {@code order_lines}
   * @return the singular in Pascal case, such as {@code OrderLine}
   */
  public static String model(String table) {
    List<String> words = new ArrayList<>(words(table));
    words.add(Inflector.singular(words.remove(words.size() - 1)));
    return pascal(String.join("_", words));
  }

  /**
   * Returns the name of a reference, from the name of its column.
   *
   * @param column a name such as {@code user_id}
   * @return the name without {@code _id}, such as {@code user}
   */
  public static String reference(String column) {
    List<String> words = words(column);
    boolean suffixed = words.size() > 1 && words.get(words.size() - 1).equals("id");
    return String.join("_", suffixed ? words.subList(0, words.size() - 1) : words);
  }

  /**
   * Returns the plural of a name.
   *
   * @param name a name in snake case or camel case
   * @return the name in snake case with its last word in the plural
   */
  public static String plural(String name) {
    List<String> words = new ArrayList<>(words(name));
    words.add(Inflector.plural(words.remove(words.size() - 1)));
    return String.join("_", words);
  }

  /**
   * Returns a name as words of a sentence.
   *
   * @param name a name in any case
   * @return the words in lower case, separated by blanks
   */
  public static String phrase(String name) {
    return String.join(" ", words(name));
  }

  private static boolean startsIdentifier(String name) {
    return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
  }

  /** Returns the name, with underscores if it is used, and adds it to the used names. */
  static String unused(String name, Set<String> used) {
    String candidate = name;
    while (!used.add(candidate)) {
      candidate += "_";
    }
    return candidate;
  }
}
