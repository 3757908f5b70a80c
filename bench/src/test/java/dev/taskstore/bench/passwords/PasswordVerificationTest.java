package dev.taskstore.bench.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordVerificationTest {

  @TempDir private Path folder;

  @Test
  void bothAlgorithmsAreMeasuredAndWritten() throws IOException {
    List<PasswordFigure> figures = PasswordVerification.run(1, 0, folder);

    assertThat(figures).hasSize(2).allSatisfy(figure -> assertThat(figure.nanos()).isPositive());
    assertThat(folder.resolve("PERFORMANCE.md"))
        .content()
        .contains("| Argon2id, 19 MiB, 2 iterations | ", "| PBKDF2, 600,000 rounds | ");
    assertThat(folder.resolve("passwords.json"))
        .content()
        .contains("{\"algorithm\": \"Argon2id, 19 MiB, 2 iterations\", \"round\": 1, ");
  }
}
