package dev.taskstore.codegen.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlExpressionTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          name                           | title
          "name" = 'name'                | title = 'name'
          NAME IN ('name', 'x')          | title IN ('name', 'x')
          t.name > full_name             | t.title > full_name
          name(x) + lower(name)          | name(x) + lower(title)
          x::name + name::text           | x::name + title::text
          CAST(x AS name)                | CAST(x AS name)
          x COLLATE name                 | x COLLATE name
          name.x                         | name.x
          x -- name                      | x -- name
          """)
  void renamesColumnsOnly(String expression, String renamed) {
    assertThat(SqlExpression.renameColumn(expression, "name", "title")).isEqualTo(renamed);
    assertThat(SqlExpression.mentions(expression, "name")).isEqualTo(!expression.equals(renamed));
  }

  @ParameterizedTest
  @CsvSource({"due_at, due_at", "Due At, \"Due At\"", "Größe, \"Größe\""})
  void quotesNamesThatRequireIt(String name, String written) {
    assertThat(SqlExpression.renameColumn("x > 0", "X", name)).isEqualTo(written + " > 0");
    assertThat(SqlExpression.renameTable("x.x > 0", "X", name)).isEqualTo(written + ".x > 0");
  }

  @Test
  void columnsAreQuotedAndNothingElseIs() {
    assertThat(
            SqlExpression.quoteColumns(
                "Level IN ('level') AND length(length) > 1 AND \"level\"::level IS NOT NULL",
                List.of("level", "length")))
        .isEqualTo(
            "\"level\" IN ('level') AND length(\"length\") > 1 AND \"level\"::level IS NOT NULL");
  }
}
