package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the recorded objects with those that kustomize makes. {@code
 * -Dtaskstore.kubernetes.record=true} records them.
 */
@Tag("kubernetes")
class RenderedManifestsTest {

  private static final String HEADER =
      "# Recorded from kubectl kustomize by .ci/kubernetes; CONTRIBUTING.md has the command. Do not"
          + " edit.\n";

  @ParameterizedTest
  @EnumSource
  void theRecordedObjectsAreThoseOfKustomize(Overlay overlay) throws IOException {
    String objects = HEADER + Command.run("kubectl", "kustomize", overlay.folder().toString());

    if (Boolean.getBoolean("taskstore.kubernetes.record")) {
      Files.createDirectories(overlay.recorded().getParent());
      Files.writeString(overlay.recorded(), objects);
    }

    assertThat(overlay.recorded()).hasContent(objects);
  }
}
