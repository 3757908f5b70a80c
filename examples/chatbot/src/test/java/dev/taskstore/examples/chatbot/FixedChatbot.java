package dev.taskstore.examples.chatbot;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * The program with a clock that stands still and with identifiers that are the same in every run.
 */
final class FixedChatbot {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

  private FixedChatbot() {}

  static Environment environment() {
    return new Environment(
        System.in,
        System.out,
        System.err,
        System.getenv(),
        CLOCK,
        new SequentialIds(),
        new Random(1));
  }

  public static void main(String... args) {
    System.exit(Chatbot.run(environment(), args));
  }
}
