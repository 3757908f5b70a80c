package dev.taskstore.testdata;

import static dev.taskstore.testdata.Vocabulary.any;

import java.util.List;
import java.util.Random;

/** Titles and descriptions. Immutable and thread-safe. */
final class TaskTexts {

  private static final List<String> SUBJECTS =
      List.of(
          "budget",
          "contract",
          "invoice",
          "offer",
          "presentation",
          "release notes",
          "report",
          "roadmap",
          "schedule",
          "survey");

  private static final List<String> PAGES =
      List.of("checkout", "login", "profile", "search", "settings", "sign-up", "start");

  private static final List<String> PROBLEMS =
      List.of("broken link", "crash", "layout", "memory leak", "slow query", "spelling", "timeout");

  private static final List<String> ERRANDS =
      List.of(
          "Buy birthday presents",
          "Clean up the inbox",
          "Order office supplies",
          "Pay the rent",
          "Renew the passport",
          "Repair the bicycle",
          "Water the plants",
          "Book the dentist");

  private final Vocabulary words;

  TaskTexts(Vocabulary words) {
    this.words = words;
  }

  String title(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "Call " + person(random) + " about the " + any(SUBJECTS, random);
      case 1 -> "Fix the " + any(PROBLEMS, random) + " on the " + any(PAGES, random) + " page";
      case 2 -> "Send the " + any(SUBJECTS, random) + " to " + any(words.companies(), random);
      case 3 -> "Review the " + any(SUBJECTS, random) + " of " + person(random);
      case 4 -> "Prepare the meeting with " + any(words.companies(), random);
      case 5 -> "Order " + (1 + random.nextInt(20)) + " x " + any(words.products(), random);
      case 6 -> "Book the trip to " + any(words.cities(), random);
      case 7 -> "Write the " + any(SUBJECTS, random) + " for " + any(words.products(), random);
      case 8 -> "Add a picture of " + any(words.products(), random);
      default -> any(ERRANDS, random);
    };
  }

  String description(Random random) {
    StringBuilder text = new StringBuilder(any(words.phrases(), random));
    for (int more = random.nextInt(3); more > 0; more--) {
      text.append(random.nextInt(3) == 0 ? "\n\n" : " ").append(any(words.phrases(), random));
    }
    if (random.nextInt(4) == 0) {
      text.append("\n\nAsk ").append(person(random)).append(" for details.");
    }
    return text.toString();
  }

  private String person(Random random) {
    return any(words.firstNames(), random) + " " + any(words.lastNames(), random);
  }
}
