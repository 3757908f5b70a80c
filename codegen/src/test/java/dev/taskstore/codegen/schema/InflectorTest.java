package dev.taskstore.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InflectorTest {

  private static final Map<String, String> PLURALS =
      Map.ofEntries(
          Map.entry("user", "users"),
          Map.entry("task", "tasks"),
          Map.entry("status", "statuses"),
          Map.entry("category", "categories"),
          Map.entry("address", "addresses"),
          Map.entry("series", "series"),
          Map.entry("person", "people"),
          Map.entry("child", "children"),
          Map.entry("box", "boxes"),
          Map.entry("branch", "branches"),
          Map.entry("bus", "buses"),
          Map.entry("alias", "aliases"),
          Map.entry("analysis", "analyses"),
          Map.entry("index", "indices"),
          Map.entry("key", "keys"),
          Map.entry("day", "days"),
          Map.entry("query", "queries"),
          Map.entry("house", "houses"),
          Map.entry("purchase", "purchases"),
          Map.entry("movie", "movies"),
          Map.entry("cache", "caches"),
          Map.entry("shoe", "shoes"),
          Map.entry("hero", "heroes"),
          Map.entry("photo", "photos"),
          Map.entry("knife", "knives"),
          Map.entry("quiz", "quizzes"),
          Map.entry("news", "news"),
          Map.entry("license", "licenses"),
          Map.entry("database", "databases"),
          Map.entry("phase", "phases"),
          Map.entry("response", "responses"),
          Map.entry("lens", "lenses"));

  @TestFactory
  Stream<DynamicTest> pluralsBecomeSingulars() {
    return new TreeMap<>(PLURALS)
        .entrySet().stream()
            .map(
                noun ->
                    dynamicTest(
                        noun.getValue(),
                        () ->
                            assertThat(Inflector.singular(noun.getValue()))
                                .isEqualTo(noun.getKey())));
  }

  @TestFactory
  Stream<DynamicTest> singularsBecomePlurals() {
    return new TreeMap<>(PLURALS)
        .entrySet().stream()
            .map(
                noun ->
                    dynamicTest(
                        noun.getKey(),
                        () ->
                            assertThat(Inflector.plural(noun.getKey()))
                                .isEqualTo(noun.getValue())));
  }

  @Test
  void aSingularStaysAsItIs() {
    for (String noun : new String[] {"status", "address", "person", "bus", "analysis", "order"}) {
      assertThat(Inflector.singular(noun)).isEqualTo(noun);
    }
  }

  @Test
  void aModelIsNamedByTheSingularOfTheLastWord() {
    assertThat(Names.model("users")).isEqualTo("User");
    assertThat(Names.model("task_tags")).isEqualTo("TaskTag");
    assertThat(Names.model("orderLines")).isEqualTo("OrderLine");
    assertThat(Names.model("news_categories")).isEqualTo("NewsCategory");
  }

  @Test
  void aReferenceIsNamedWithoutItsSuffix() {
    assertThat(Names.reference("user_id")).isEqualTo("user");
    assertThat(Names.reference("assignee")).isEqualTo("assignee");
    assertThat(Names.reference("id")).isEqualTo("id");
  }
}
