package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

  @Test
  void keepsItsFileWhereTheSystemKeepsDataOfUsers() {
    assertThat(DatabaseSettings.dataFolder("Linux", "/home/ada", Map.of()))
        .isEqualTo(Path.of("/home/ada/.local/share/taskstore"));
    assertThat(DatabaseSettings.dataFolder("Linux", "/home/ada", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/taskstore"));
    assertThat(DatabaseSettings.dataFolder("Mac OS X", "/Users/ada", Map.of()))
        .isEqualTo(Path.of("/Users/ada/Library/Application Support/taskstore"));
    assertThat(DatabaseSettings.dataFolder("Windows 11", "home", Map.of("APPDATA", "home/Roaming")))
        .isEqualTo(Path.of("home/Roaming/taskstore"));
    assertThat(DatabaseSettings.dataFolder("Windows 11", "home", Map.of()))
        .isEqualTo(Path.of("home/AppData/Roaming/taskstore"));
  }
}
