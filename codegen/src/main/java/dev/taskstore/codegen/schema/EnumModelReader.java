package dev.taskstore.codegen.schema;

import com.palantir.javapoet.ClassName;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.ModelOptions;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.ProblemKind;
import dev.taskstore.codegen.problem.UnsupportedTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the enums of the columns of one table from the CHECKs that list their texts. */
final class EnumModelReader {

  private final GeneratorConfiguration configuration;
  private final ColumnProblems rejections;
  private final String table;
  private final String modelName;
  private final TableChecks checks;

  EnumModelReader(
      GeneratorConfiguration configuration,
      ColumnProblems rejections,
      String table,
      String modelName,
      TableChecks checks) {
    this.configuration = configuration;
    this.rejections = rejections;
    this.table = table;
    this.modelName = modelName;
    this.checks = checks;
  }

  /**
   * Returns the enum of a column; empty if the column stays text.
   *
   * @throws GenerationException if an enumerated type, or an enum of the application, has no CHECK
   */
  Optional<EnumModel> read(CatalogColumn column) {
    List<String> literals = checks.literals().get(column.name());
    ModelOptions options = configuration.models();
    Optional<ClassName> existing = options.enumOf(table, column.name()).map(ClassName::bestGuess);
    if (literals == null) {
      if (column.type().name().equals("ENUM")) {
        throw rejections.rejected(
            column,
            ProblemKind.TYPE,
            "has an enumerated type, but no CHECK that lists its constants for other databases",
            UnsupportedTypes.insteadOf(column.type().name(), column.name()));
      }
      if (existing.isPresent()) {
        throw rejections.rejected(
            column,
            ProblemKind.OPTION,
            "has an enum in enumTypes, but no CHECK that lists the texts",
            Advice.of("write CHECK (" + column.name() + " IN (...)) instead"));
      }
      return Optional.empty();
    }
    if (existing.isEmpty() && options.staysText(table, column.name())) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    List<EnumModel.Constant> constants = new ArrayList<>();
    for (String literal : literals) {
      constants.add(new EnumModel.Constant(Names.unused(Names.constant(literal), names), literal));
    }
    String name = modelName + Names.pascal(column.name());
    return Optional.of(new EnumModel(name, table, column.name(), constants, existing));
  }

  /** Requires that a default is one of the texts of the CHECK. */
  void requireLiteral(CatalogColumn column, EnumModel enumeration, Object value) {
    boolean known =
        enumeration.constants().stream().anyMatch(constant -> constant.literal().equals(value));
    if (!known) {
      throw rejections.rejected(
          column,
          ProblemKind.DEFAULT,
          "has a DEFAULT that its CHECK rejects",
          Advice.of(
              "write one of its texts instead: "
                  + enumeration.constants().stream()
                      .map(constant -> "'" + constant.literal().replace("'", "''") + "'")
                      .collect(Collectors.joining(", "))));
    }
  }
}
