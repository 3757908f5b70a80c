package dev.taskstore.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScalingSimulationTest {

  private static final Path DOCS = Path.of("../docs");

  /** CONTRIBUTING.md contains the command that writes the section. */
  @Test
  void thePageContainsTheSectionThatTheMeasuredFiguresGive() throws IOException {
    assertThat(ScalingSimulation.SECTION.read(DOCS.resolve(ScalingSimulation.PAGE)).strip())
        .isEqualTo(ScalingSimulation.markdown(DOCS).strip());
  }

  @Test
  void simulatedRowsDeviateFromMeasuredRowsWithinTheStatedBounds() throws IOException {
    double[] deviations = Validation.deviations(new Validation(Measured.of(DOCS)).rows());
    assertThat(deviations).hasSize(47);
    assertThat(Validation.quantile(deviations, 0.5)).isLessThan(0.15);
    assertThat(Validation.quantile(deviations, 0.9)).isLessThan(0.35);
    assertThat(Validation.quantile(deviations, 1)).isLessThan(0.6);
  }

  @Test
  void aMissingFigureIsNamed() throws IOException {
    Measured measured = Measured.of(DOCS);
    assertThatThrownBy(() -> measured.nanosOfReplica("unknown"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("docs/replicas.json", "nanosPerCall");
  }

  @Test
  void theFolderIsRequired() {
    assertThatThrownBy(ScalingSimulation::main)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-Dexec.appArgs");
  }
}
