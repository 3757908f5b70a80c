package dev.taskstore.codegen.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Singular and plural of English nouns, as far as names of tables need them. What it does not know
 * can be said with {@code modelNames}. Stateless.
 */
public final class Inflector {

  private record Rule(Pattern ending, String replacement) {

    static Rule of(String ending, String replacement) {
      return new Rule(Pattern.compile(ending + "$"), replacement);
    }
  }

  private static final Set<String> UNCOUNTABLE =
      Set.of(
          "data",
          "equipment",
          "fish",
          "information",
          "media",
          "metadata",
          "money",
          "news",
          "rice",
          "series",
          "sheep",
          "species",
          "feedback",
          "staff");

  private static final Map<String, String> IRREGULAR_PLURALS =
      Map.ofEntries(
          Map.entry("person", "people"),
          Map.entry("child", "children"),
          Map.entry("man", "men"),
          Map.entry("woman", "women"),
          Map.entry("foot", "feet"),
          Map.entry("tooth", "teeth"),
          Map.entry("goose", "geese"),
          Map.entry("mouse", "mice"),
          Map.entry("ox", "oxen"),
          Map.entry("criterion", "criteria"),
          Map.entry("phenomenon", "phenomena"),
          Map.entry("quiz", "quizzes"),
          Map.entry("leaf", "leaves"),
          Map.entry("shelf", "shelves"),
          Map.entry("wolf", "wolves"),
          Map.entry("life", "lives"),
          Map.entry("knife", "knives"),
          Map.entry("wife", "wives"),
          Map.entry("half", "halves"),
          Map.entry("movie", "movies"),
          Map.entry("cookie", "cookies"),
          Map.entry("tie", "ties"),
          Map.entry("hero", "heroes"),
          Map.entry("potato", "potatoes"),
          Map.entry("tomato", "tomatoes"),
          Map.entry("echo", "echoes"),
          Map.entry("cache", "caches"),
          Map.entry("axe", "axes"));

  private static final Map<String, String> IRREGULAR_SINGULARS =
      IRREGULAR_PLURALS.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  // The first rule whose ending matches decides.
  private static final List<Rule> SINGULAR =
      List.of(
          Rule.of("(ss|us|is)", "$1"),
          Rule.of("(alias|status|bus|campus|virus|bonus|census|gas|lens)es", "$1"),
          Rule.of(
              "(analy|cri|diagno|hypothe|paraly|parenthe|synop|synthe|^ba|^oa|^the)ses", "$1sis"),
          Rule.of("(matr|append)ices", "$1ix"),
          Rule.of("(vert|ind)ices", "$1ex"),
          Rule.of("([^aeiou]|qu)ies", "$1y"),
          Rule.of("(x|ch|sh|ss|zz)es", "$1"),
          Rule.of("s", ""));

  private static final List<Rule> PLURAL =
      List.of(
          Rule.of(
              "(analy|cri|diagno|hypothe|paraly|parenthe|synop|synthe|^ba|^oa|^the)sis", "$1ses"),
          Rule.of("(matr|append|vert|ind)(ix|ex)", "$1ices"),
          Rule.of("([^aeiou]|qu)y", "$1ies"),
          Rule.of("(x|ch|sh|ss|zz|s)", "$1es"),
          Rule.of("", "s"));

  private Inflector() {}

  /**
   * The singular of a noun.
   *
   * @param noun a word in lower case
   * @return its singular, or the word itself when it is one already
   */
  public static String singular(String noun) {
    if (IRREGULAR_PLURALS.containsKey(noun)) {
      return noun;
    }
    return inflect(noun, IRREGULAR_SINGULARS, SINGULAR);
  }

  /**
   * The plural of a noun.
   *
   * @param noun a word in lower case, in the singular
   * @return its plural
   */
  public static String plural(String noun) {
    return inflect(noun, IRREGULAR_PLURALS, PLURAL);
  }

  private static String inflect(String noun, Map<String, String> irregular, List<Rule> rules) {
    String word = noun.toLowerCase(Locale.ROOT);
    if (UNCOUNTABLE.contains(word)) {
      return word;
    }
    String known = irregular.get(word);
    if (known != null) {
      return known;
    }
    for (Rule rule : rules) {
      Matcher matcher = rule.ending().matcher(word);
      if (matcher.find()) {
        return matcher.replaceFirst(rule.replacement());
      }
    }
    return word;
  }
}
