package dev.taskstore.testdata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.datafaker.Faker;

/**
 * The words of the data, drawn from Datafaker once: a draw for each row would take most of the time
 * of a load. Immutable and thread-safe.
 *
 * @param firstNames the first names, by the form that is part of a username
 * @param lastNames the last names, by the form that is part of a username
 * @param companies names of companies
 * @param products names of products
 * @param cities names of cities
 * @param phrases sentences about work
 */
record Vocabulary(
    List<String> firstNames,
    List<String> lastNames,
    List<String> companies,
    List<String> products,
    List<String> cities,
    List<String> phrases) {

  private static final long SEED = 1;
  private static final int DRAWS_PER_WORD = 4;

  private static final class Shared {
    static final Vocabulary INSTANCE = draw();
  }

  /** Returns the vocabulary, which the first call creates. */
  static Vocabulary shared() {
    return Shared.INSTANCE;
  }

  private static Vocabulary draw() {
    Faker faker = new Faker(Locale.ENGLISH, new Random(SEED));
    return new Vocabulary(
        names(400, faker.name()::firstName),
        names(400, faker.name()::lastName),
        words(200, faker.company()::name),
        words(300, faker.commerce()::productName),
        words(200, faker.address()::city),
        words(300, () -> phrase(faker)));
  }

  private static String phrase(Faker faker) {
    String phrase =
        faker.hacker().verb()
            + " the "
            + faker.hacker().adjective()
            + " "
            + faker.hacker().abbreviation()
            + " "
            + faker.hacker().noun()
            + ".";
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }

  /** Names of ASCII letters, distinct in lower case: usernames are made of them. */
  private static List<String> names(int count, Supplier<String> source) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < count * DRAWS_PER_WORD && names.size() < count; i++) {
      String letters = source.get().replaceAll("[^A-Za-z]", "");
      if (!letters.isEmpty()) {
        names.putIfAbsent(letters.toLowerCase(Locale.ROOT), letters);
      }
    }
    return List.copyOf(names.values());
  }

  private static List<String> words(int count, Supplier<String> source) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < count * DRAWS_PER_WORD && words.size() < count; i++) {
      String word = source.get();
      words.putIfAbsent(word, word);
    }
    return List.copyOf(words.values());
  }

  /** Draws an element. */
  static String any(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
