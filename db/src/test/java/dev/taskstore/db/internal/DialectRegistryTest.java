package dev.taskstore.db.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.spi.JdbcUrls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectRegistryTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:foo://user:secret@host/db?password=secret",
        "jdbc:foo://user:se?secret@host/db",
        "jdbc:foo://host/db?user=a&password=secret",
        "jdbc:foo://host/db;password=secret",
        "jdbc:foo:thin:user/secret@host:1521/db",
        "jdbc:foo:user/secret@host",
        "foo://user:secret@host",
        "jdbc:foo:line\nsecret@host"
      })
  void messagesHoldNoSecretsOfTheUrl(String url) {
    assertThatThrownBy(() -> DialectRegistry.forUrl(url))
        .isInstanceOf(DialectNotFoundException.class)
        .hasMessageNotContaining("secret")
        .hasMessageContaining("Dialects found")
        .hasMessageContaining("dialect(");
  }

  @Test
  void plainUrlsAreShown() {
    assertThat(JdbcUrls.withoutSecrets("jdbc:foo://host/db")).isEqualTo("jdbc:foo://host/db");
  }
}
