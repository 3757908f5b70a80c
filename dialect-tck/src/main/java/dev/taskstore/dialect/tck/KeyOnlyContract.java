package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.numbers.Chair;
import dev.taskstore.dialect.tck.numbers.ChairChanges;
import dev.taskstore.dialect.tck.numbers.ChairKey;
import dev.taskstore.dialect.tck.numbers.NewChair;
import dev.taskstore.dialect.tck.numbers.NewToken;
import dev.taskstore.dialect.tck.numbers.NewWord;
import dev.taskstore.dialect.tck.numbers.Token;
import dev.taskstore.dialect.tck.numbers.Word;
import dev.taskstore.dialect.tck.numbers.WordChanges;
import dev.taskstore.dialect.tck.numbers.schema.ChairRepository;
import dev.taskstore.dialect.tck.numbers.schema.TokenRepository;
import dev.taskstore.dialect.tck.numbers.schema.WordRepository;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tables whose columns are all in the primary key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KeyOnlyContract {

  private final TckDatabase target;
  private final Database database;
  private final WordRepository words;
  private final ChairRepository chairs;
  private final TokenRepository tokens;

  KeyOnlyContract(DialectFixture tck) {
    target = tck.create();
    database = tck.open(target, "dev/taskstore/dialect/tck/numbers/change-log/master.xml");
    words = new WordRepository(database);
    chairs = new ChairRepository(database);
    tokens = new TokenRepository(database);
  }

  @BeforeEach
  final void startWithEmptyTables() {
    database.dsl().deleteFrom(DSL.table("words")).execute();
    database.dsl().deleteFrom(DSL.table("chairs")).execute();
    database.dsl().deleteFrom(DSL.table("tokens")).execute();
  }

  @AfterAll
  final void close() {
    database.close();
    target.close();
  }

  final WordRepository words() {
    return words;
  }

  final ChairRepository chairs() {
    return chairs;
  }

  @Test
  void anUpdateVerifiesThatTheRowExists() {
    Word word = words.insert(NewWord.of("a"));
    Chair chair = chairs.insert(NewChair.of(1, 2));
    Token token = tokens.insert(NewToken.of());
    Word missing = new Word("b");

    assertThat(words.update(word)).isEqualTo(word);
    assertThat(chairs.update(chair)).isEqualTo(chair);
    assertThat(tokens.update(token)).isEqualTo(token);
    assertThat(words.updateAll(List.of(word, word))).containsExactly(word, word);
    assertThat(words.update("a", WordChanges.none())).isEqualTo(word);
    assertThat(chairs.update(new ChairKey(1, 2), ChairChanges.none())).isEqualTo(chair);
    assertMissing(() -> words.update(missing));
    assertMissing(() -> words.updateAll(List.of(word, missing)));
    assertMissing(() -> words.update("b", WordChanges.none()));
    database.transaction(
        tx -> {
          assertMissing(() -> new WordRepository(tx).update(missing));
          assertThat(new WordRepository(tx).count()).isEqualTo(1);
        });
  }

  private static void assertMissing(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EntityNotFoundException.class, e -> assertThat(e.table()).isEqualTo("words"));
  }

  @Test
  void rowsAreInsertedAndLoaded() {
    assertThat(words.insertAll(List.of(NewWord.of("b"), NewWord.of("a"))))
        .containsExactly(new Word("b"), new Word("a"));
    assertThat(words.load(IntStream.range(0, 1_200).mapToObj(i -> NewWord.of("w" + i))))
        .isEqualTo(1_200);
    assertThat(chairs.load(Stream.of(NewChair.of(2, 1), NewChair.of(1, 1)))).isEqualTo(2);
    assertThat(chairs.findAll(PageRequest.first(5)).items())
        .containsExactly(new Chair(1, 1), new Chair(2, 1));
    assertThatThrownBy(() -> words.load(Stream.of(NewWord.of("c"), NewWord.of("a"))))
        .isInstanceOfSatisfying(
            UniqueViolationException.class, e -> assertThat(e.constraint()).isEqualTo("pk_words"));
    assertThat(words.count()).isEqualTo(1_202);
  }

  @Test
  void rowsThatTheDatabaseNumbersAreInsertedAndLoaded() {
    Token first = tokens.insert(NewToken.of());
    List<Token> more = tokens.insertAll(List.of(NewToken.of(), NewToken.of()));

    assertThat(first.id()).isPositive();
    assertThat(more).extracting(Token::id).isSorted().doesNotHaveDuplicates();
    assertThat(tokens.findAllById(List.of(more.get(1).id(), first.id())))
        .containsExactly(more.get(1), first);
    assertThat(tokens.load(IntStream.range(0, 1_200).mapToObj(i -> NewToken.of())))
        .isEqualTo(1_200);
    assertThat(tokens.count()).isEqualTo(1_203);
  }

  @Test
  void rowsAreDeletedByEntityAndByKey() {
    Word word = words.insert(NewWord.of("a"));
    words.insert(NewWord.of("b"));

    words.delete(word);

    assertMissing(() -> words.delete(word));
    assertThat(words.deleteById("b")).isTrue();
    assertThat(words.deleteAllById(List.of("a", "b"))).isZero();
  }
}
