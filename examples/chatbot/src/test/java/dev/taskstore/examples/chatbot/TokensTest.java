package dev.taskstore.examples.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.examples.chatbot.http.TokenFileException;
import dev.taskstore.examples.chatbot.http.TokenRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command token and the file that it writes. */
class TokensTest {

  private static final UUID ADA = SequentialIds.number(1);

  @TempDir private Path folder;

  private final Random random = new Random(7);

  private String run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream original = System.out;
    try {
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      Environment environment =
          new Environment(
              InputStream.nullInputStream(),
              print,
              System.err,
              Map.of(),
              FixedChatbot.CLOCK,
              new SequentialIds(),
              random);
      assertThat(Chatbot.run(environment, args)).isZero();
    } finally {
      System.setOut(original);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private static Optional<UUID> user(String name) {
    return name.equals("ada") ? Optional.of(ADA) : Optional.empty();
  }

  @Test
  void tokensArePrintedOnceAndOnlyTheirHashesAreStored() throws IOException {
    Path file = folder.resolve("tokens");
    String first = run("token", "--user", "ada", "--tokens", file.toString());
    String second = run("token", "--user", "ada", "--tokens", file.toString());
    TokenRegistry registry = TokenRegistry.read(file, Map.of()).resolve(TokensTest::user);

    assertThat(first).matches("taskstore_[A-Za-z0-9_-]{43}").isNotEqualTo(second);
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).matches("sha256:[0-9a-f]{64} ada"));
    assertThat(registry.authenticate(first)).contains(ADA);
    assertThat(registry.authenticate(second)).contains(ADA);
    assertThat(registry.authenticate(first + "x")).isEmpty();
    assertThat(registry.authenticate(Files.readAllLines(file).get(0).substring(7, 71))).isEmpty();
  }

  @Test
  void aLineThatCannotBeUsedIsNamed() throws IOException {
    String hash = "sha256:" + "0".repeat(64);
    Path file = folder.resolve("tokens");

    for (String line : new String[] {"ada", "sha256:00 ada", "md5:" + "0".repeat(64), "x"}) {
      Files.writeString(file, "# tokens\n" + line);
      assertThatThrownBy(() -> TokenRegistry.read(file, Map.of()).resolve(TokensTest::user))
          .isInstanceOf(TokenFileException.class)
          .hasMessage(
              file + ", line 2: not a hash and a user. Create the line with the command token.");
    }
    for (String line : new String[] {hash, hash + " grace"}) {
      Files.writeString(file, line);
      assertThatThrownBy(() -> TokenRegistry.read(file, Map.of()).resolve(TokensTest::user))
          .isInstanceOf(TokenFileException.class)
          .hasMessage(file + ", line 1: there is no such user.");
    }
  }

  @Test
  void aServerWithoutTokensDoesNotStart() {
    assertThatThrownBy(() -> TokenRegistry.read(null, Map.of()).resolve(TokensTest::user))
        .isInstanceOf(TokenFileException.class)
        .hasMessage(
            "TASKSTORE_CHATBOT_TOKENS contains no tokens. Create one with the command token.");
  }
}
