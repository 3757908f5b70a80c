package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.dialect.tck.numbers.Chair;
import dev.taskstore.dialect.tck.numbers.NewChair;
import dev.taskstore.dialect.tck.numbers.NewWord;
import dev.taskstore.dialect.tck.numbers.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Upserts of rows whose columns are all in the primary key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeyOnlyUpsertContract extends KeyOnlyContract {

  KeyOnlyUpsertContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void anUpsertKeepsTheRow() {
    assertThat(words().upsertByWord(NewWord.of("a"))).isEqualTo(new Word("a"));
    assertThat(words().upsertAllByWord(List.of(NewWord.of("b"), NewWord.of("a"))))
        .containsExactly(new Word("b"), new Word("a"));
    assertThat(chairs().upsertByHallAndNumber(NewChair.of(1, 1))).isEqualTo(new Chair(1, 1));
    assertThat(chairs().upsertByHallAndNumber(NewChair.of(1, 1))).isEqualTo(new Chair(1, 1));
    assertThat(words().count()).isEqualTo(2);
  }
}
