package dev.taskstore.codegen.schema;

import java.util.Locale;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.codegen.JavaGenerator;

/** The names that jOOQ gives to what it generates. */
final class JooqNames {

  private JooqNames() {}

  static GeneratorStrategy strategy() {
    JavaGenerator generator = new JavaGenerator();
    GeneratorStrategy strategy = new DefaultGeneratorStrategy();
    strategy.setTargetLocale(Locale.ROOT);
    generator.setStrategy(strategy);
    // The generator wraps the strategy in one that makes legal identifiers.
    return generator.getStrategy();
  }
}
