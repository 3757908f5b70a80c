package dev.taskstore.examples.chatbot.tool;

/** Names of tags in arguments. */
final class TagNames {

  static final Schema NAME = Schema.text(1, 64);

  private TagNames() {}

  static Schema list() {
    return Schema.list(NAME, 10).unique().describe("Names of tags, case-sensitive.");
  }
}
