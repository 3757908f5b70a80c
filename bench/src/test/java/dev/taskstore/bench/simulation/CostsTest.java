package dev.taskstore.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.taskstore.bench.DatabaseKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostsTest {

  private Measured measured;

  @BeforeEach
  void read() throws IOException {
    measured = Measured.of(Path.of("../docs"));
  }

  private double total(DatabaseKind database, Kind kind, double tasks) {
    Cost cost = Costs.of(measured, database, tasks).of(kind);
    return cost.clientNanos() + cost.serverNanos();
  }

  @ParameterizedTest
  @EnumSource
  void aPageTakesAsMuchLongerAsMeasured(DatabaseKind database) {
    assertThat(total(database, Kind.PAGE, 1e7) - total(database, Kind.PAGE, 1e4))
        .isCloseTo(
            measured.nanos(database, "pageOfUser", Costs.LARGE, 1_000)
                - measured.nanos(database, "pageOfUser", Costs.SMALL, 1_000),
            within(1.0));
  }

  @ParameterizedTest
  @EnumSource
  void statisticsOfAllUsersGrowInProportionToTheRows(DatabaseKind database) {
    assertThat(total(database, Kind.ALL_STATISTICS, 1e10))
        .isBetween(
            900 * total(database, Kind.ALL_STATISTICS, 1e7),
            1_000 * total(database, Kind.ALL_STATISTICS, 1e7));
  }

  @ParameterizedTest
  @EnumSource
  void noCallTakesLessTimeOnALargerTable(DatabaseKind database) {
    for (Kind kind : Kind.values()) {
      assertThat(total(database, kind, 1e10))
          .as(kind.title())
          .isGreaterThanOrEqualTo(total(database, kind, 1e4));
    }
  }

  @Test
  void oneMoreLevelOfAnIndexHoldsTwoHundredTimesAsManyRows() {
    assertThat(Costs.levels(Costs.SMALL)).isZero();
    assertThat(Costs.levels(200.0 * Costs.SMALL)).isCloseTo(1, within(1e-9));
  }

  @Test
  void theSizeOfTheDatabaseIsProportionalToItsTasks() {
    assertThat(Costs.of(measured, DatabaseKind.SQLITE, 1e10).databaseBytes())
        .isCloseTo(
            1_000 * measured.ofDatabase(DatabaseKind.SQLITE, Costs.LARGE, "bytes"), within(1e6));
  }
}
