package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("password"), content);
  }

  @Test
  void oneLineTerminatorAtTheEndIsRemoved() throws IOException {
    assertThat(Secrets.ofFile(file("s3cr3t"))).isEqualTo("s3cr3t");
    assertThat(Secrets.ofFile(file("s3cr3t\n"))).isEqualTo("s3cr3t");
    assertThat(Secrets.ofFile(file("s3cr3t\r\n"))).isEqualTo("s3cr3t");
    assertThat(Secrets.ofFile(file("s3cr3t\n\n"))).isEqualTo("s3cr3t\n");
    assertThat(Secrets.ofFile(file(" größer als \t"))).isEqualTo(" größer als \t");
  }

  @Test
  void aFileThatIsNotUsableIsNamedWithTheReason() throws IOException {
    assertRefused(folder.resolve("missing"), "does not exist");
    assertRefused(folder, "is a directory");
    assertRefused(file(""), "is empty");
    assertRefused(file("\n"), "is empty");
    assertRefused(file(new byte[] {'s', (byte) 0xff}), "is not a text in UTF-8");
    assertRefused(file("s".repeat(Secrets.MAXIMUM_BYTES + 1)), "is larger than 65536 bytes");
    assertThat(Secrets.ofFile(file("s".repeat(Secrets.MAXIMUM_BYTES))))
        .hasSize(Secrets.MAXIMUM_BYTES);
  }

  private static void assertRefused(Path file, String reason) {
    assertThatThrownBy(() -> Secrets.ofFile(file))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(file + " " + reason)
        .hasNoCause();
  }

  @Test
  void aVariableContainsTheSecretOrNamesItsFile() throws IOException {
    Path file = file("from file\n");

    assertThat(Secrets.ofEnvironment(Map.of("PASSWORD", "s3cr3t"), "PASSWORD")).hasValue("s3cr3t");
    assertThat(Secrets.ofEnvironment(Map.of("PASSWORD_FILE", file.toString()), "PASSWORD"))
        .hasValue("from file");
    assertThat(
            Secrets.ofEnvironment(
                Map.of("PASSWORD", "", "PASSWORD_FILE", file.toString()), "PASSWORD"))
        .hasValue("from file");
    assertThat(Secrets.ofEnvironment(Map.of("PASSWORD", "", "PASSWORD_FILE", ""), "PASSWORD"))
        .isEmpty();
    assertThat(Secrets.ofEnvironment(Map.of(), "PASSWORD")).isEmpty();
  }

  @Test
  void twoSourcesOfASecretAreRefused() {
    assertThatThrownBy(
            () ->
                Secrets.ofEnvironment(
                    Map.of("PASSWORD", "s3cr3t", "PASSWORD_FILE", "/run/x"), "PASSWORD"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("PASSWORD and PASSWORD_FILE are both set")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void aVariableThatNamesNoFileIsRefused() {
    assertThatThrownBy(() -> Secrets.ofEnvironment(Map.of("PASSWORD_FILE", "a\0b"), "PASSWORD"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("PASSWORD_FILE is not a path");
    assertThatThrownBy(
            () -> Secrets.ofEnvironment(Map.of("PASSWORD_FILE", "/nosuch/file"), "PASSWORD"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("/nosuch/file does not exist");
  }
}
