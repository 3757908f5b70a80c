package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresHostsTest {

  @Test
  void eachOfSeveralServersHasItsOwnUrlWithoutParameters() {
    PostgresHosts hosts =
        PostgresHosts.of("jdbc:postgresql://a:1,[::1]:2,c/x?sslmode=disable&socketTimeout=7", "x");

    assertThat(hosts.servers())
        .extracting(PostgresHosts.Server::url)
        .containsExactly(
            "jdbc:postgresql://a:1/x", "jdbc:postgresql://[::1]:2/x", "jdbc:postgresql://c/x");
    assertThat(hosts.parameters()).containsEntry("sslmode", "disable");
    assertThat(hosts.parameters()).containsEntry("socketTimeout", "7");
    assertThat(hosts.parameters()).doesNotContainKey("PGHOST");
    assertThat(hosts.names()).isEqualTo("a:1,[::1]:2,c");
    assertThat(hosts.isSingle()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://a:1/x?options=-c%20a=b,c",
        "jdbc:postgresql:x",
        "jdbc:postgresql:///x",
        "jdbc:postgresql://a/x,y"
      })
  void aSingleServerKeepsItsUrl(String url) {
    PostgresHosts hosts = PostgresHosts.of(url, "target");

    assertThat(hosts.isSingle()).isTrue();
    assertThat(hosts.servers()).isEqualTo(List.of(new PostgresHosts.Server("target", url)));
    assertThat(hosts.parameters()).isEmpty();
  }
}
