package dev.taskstore.examples.chatbot.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The hashes of tokens and their users. Immutable. */
public final class TokenRegistry {

  private static final String VARIABLE = "TASKSTORE_CHATBOT_TOKENS";

  private final List<Entry> entries;

  private record Entry(TokenHash hash, UUID userId) {}

  private TokenRegistry(List<Entry> entries) {
    this.entries = entries;
  }

  /** Lines with the names of users. */
  public static final class Lines {
    private final String source;
    private final List<String> lines;

    private Lines(String source, List<String> lines) {
      this.source = source;
      this.lines = lines;
    }

    /**
     * Returns the registry.
     *
     * @param users returns the user with a name
     * @throws TokenFileException if a line is malformed, if a user does not exist, or if there are
     *     no tokens
     */
    public TokenRegistry resolve(Function<String, Optional<UUID>> users) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          entries.add(entry(line, source + ", line " + (i + 1), users));
        }
      }
      if (entries.isEmpty()) {
        throw new TokenFileException(
            source + " contains no tokens. Create one with the command token.");
      }
      return new TokenRegistry(List.copyOf(entries));
    }

    private static Entry entry(String line, String place, Function<String, Optional<UUID>> users) {
      String[] words = line.split(" ", 2);
      TokenHash hash;
      try {
        hash = TokenHash.parse(words[0]);
      } catch (IllegalArgumentException e) {
        throw new TokenFileException(
            place + ": not a hash and a user. Create the line with the command token.");
      }
      UUID userId =
          Optional.of(words)
              .filter(pair -> pair.length == 2)
              .flatMap(pair -> users.apply(pair[1].strip()))
              .orElseThrow(() -> new TokenFileException(place + ": there is no such user."));
      return new Entry(hash, userId);
    }
  }

  /**
   * Reads the lines of a file, or of the environment variable TASKSTORE_CHATBOT_TOKENS.
   *
   * @param file the file, or null
   * @param variables the environment variables
   * @throws IOException if the file cannot be read
   */
  public static Lines read(Path file, Map<String, String> variables) throws IOException {
    if (file != null) {
      return new Lines(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    }
    return new Lines(VARIABLE, variables.getOrDefault(VARIABLE, "").lines().toList());
  }

  /**
   * Returns the user of a token. The time depends on the number of tokens only.
   *
   * @param secret the text that a client sent
   */
  public Optional<UUID> authenticate(String secret) {
    TokenHash presented = TokenHash.of(secret);
    Optional<UUID> user = Optional.empty();
    for (Entry entry : entries) {
      if (entry.hash().matches(presented)) {
        user = Optional.of(entry.userId());
      }
    }
    return user;
  }
}
