package dev.taskstore.codegen.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"
            + " | (status IN ('a', 'b'))",
        "(status = ANY (ARRAY['a'::text, 'it''s ::text'::text])) | (status IN ('a', 'it''s ::text'))",
        "((length(title) >= 1) AND (length(title) <= 255)) | ((length(title) >= 1) AND (length(title)"
            + " <= 255))",
        "((reason IS NULL) OR (reason = ANY (ARRAY['x'::text]))) | ((reason IS NULL) OR (reason IN"
            + " ('x')))",
        "'(a)'::text | '(a)'",
        "'-5'::integer | '-5'",
        "(\"Mixed\")::numeric(4,2) | \"Mixed\"",
        "'2026-01-02 03:04:05+00'::timestamp with time zone | '2026-01-02 03:04:05+00'",
        "'x'::taskstore_1.\"Mood\" | 'x'",
      })
  void castsAndArraysAreRemovedAndTextsStay(String catalog, String plain) {
    assertThat(PostgresExpressions.withoutCasts(catalog)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x'::text | CHARACTER VARYING | 'x'",
        "'-5'::integer | BIGINT | -5",
        "9.90 | NUMERIC | 9.90",
        "true | BOOLEAN | TRUE",
        "'2026-02-28'::date | DATE | DATE '2026-02-28'",
        "'2026-01-02 03:04:05+00'::timestamp with time zone | TIMESTAMP WITH TIME ZONE"
            + " | TIMESTAMP WITH TIME ZONE '2026-01-02 03:04:05+00'",
        "'\\x00ff'::bytea | BINARY VARYING | X'00ff'",
        "now() | TIMESTAMP WITH TIME ZONE | now()",
      })
  void defaultsBecomeLiteralsOfTheStandard(String catalog, String type, String literal) {
    assertThat(PostgresDefaults.standard(catalog, type)).isEqualTo(literal);
  }
}
