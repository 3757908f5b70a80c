package dev.taskstore.db.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.50",
    "1.50, 1.50",
    "1.5000, 1.50",
    "-3, -3.00",
    "2E+3, 2000.00",
    "0E+2147483647, 0.00",
    "0E-2147483647, 0.00",
    "1E+15, 1000000000000000.00"
  })
  void equalNumbersGetOneForm(BigDecimal given, BigDecimal expected) {
    assertThat(Decimals.atScale(given, 2)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.001",
    "-1.999",
    "1E+2147483647",
    "-1E+1000000000",
    "1E-2147483647",
    "12345678901234567890"
  })
  void whatCannotFitIsRecognized(BigDecimal given) {
    assertThat(Decimals.fits(given, 18, 2)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"99.99, true", "-99.99, true", "100, false", "99.990, true", "0, true"})
  void theDigitsOfTheColumnAreTheLimit(BigDecimal given, boolean fits) {
    assertThat(Decimals.fits(given, 4, 2)).isEqualTo(fits);
  }
}
