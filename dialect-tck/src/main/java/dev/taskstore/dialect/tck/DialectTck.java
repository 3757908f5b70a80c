package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The contract that every dialect must pass, but for opening and migrating databases, which is that
 * of {@link MigrationTck}. Extend both classes once for each kind of database that the dialect
 * supports:
 *
 * <pre>{@code
 * class MyDialectTckTest extends DialectTck {
 *   @Override
 *   protected DialectProvider provider() {
 *     return new MyDialectProvider();
 *   }
 *
 *   @Override
 *   protected TckDatabase newDatabase() {
 *     return TckDatabase.of("jdbc:...", () -> {});
 *   }
 * }
 * }</pre>
 *
 * <p>The provider must be listed in {@code META-INF/services} on the class path, as in production.
 * Tests of a capability that is not among the dialect's {@linkplain
 * dev.taskstore.db.spi.Dialect#capabilities() capabilities} are skipped; all other tests must pass.
 * Tests that do not require a database of their own share one store, whose tables are emptied
 * before each test.
 */
public abstract class DialectTck extends TransactionTck {

  /** Creates the contract. Called by JUnit. */
  protected DialectTck() {}

  /** JUnit does not run a nested class that a nested class of a subclass hides. */
  @Test
  void noContractHasTheNameOfAnother() {
    List<String> names = new ArrayList<>();
    for (Class<?> type = getClass(); type != null; type = type.getSuperclass()) {
      Stream.of(type.getDeclaredClasses())
          .filter(nested -> nested.isAnnotationPresent(Nested.class))
          .forEach(nested -> names.add(nested.getSimpleName()));
    }
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Nested
  class AuditActor extends AuditActorContract {
    AuditActor() {
      super(DialectTck.this);
    }
  }

  @Nested
  class AuditDeclaration extends AuditDeclarationContract {
    AuditDeclaration() {
      super(DialectTck.this);
    }
  }

  @Nested
  class AuditPersonalData extends AuditPersonalDataContract {
    AuditPersonalData() {
      super(DialectTck.this);
    }
  }

  @Nested
  class AuditTrail extends AuditTrailContract {
    AuditTrail() {
      super(DialectTck.this);
    }
  }

  @Nested
  class AuditValue extends AuditValueContract {
    AuditValue() {
      super(DialectTck.this);
    }
  }

  @Nested
  class BulkChange extends BulkChangeContract {
    BulkChange() {
      super(DialectTck.this);
    }
  }

  @Nested
  class BulkLoad extends BulkLoadContract {
    BulkLoad() {
      super(DialectTck.this);
    }
  }

  @Nested
  class ChangeCapture extends ChangeCaptureContract {
    ChangeCapture() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Classification extends ClassificationContract {
    Classification() {
      super(DialectTck.this);
    }
  }

  @Nested
  class CompositeKey extends CompositeKeyContract {
    CompositeKey() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Condition extends ConditionContract {
    Condition() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Constraint extends ConstraintContract {
    Constraint() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Copy extends CopyContract {
    Copy() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Document extends DocumentContract {
    Document() {
      super(DialectTck.this);
    }
  }

  @Nested
  class EnumOrder extends EnumOrderContract {
    EnumOrder() {
      super(DialectTck.this);
    }
  }

  @Nested
  class FileBackup extends FileBackupContract {
    FileBackup() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Identity extends IdentityUpsertContract {
    Identity() {
      super(DialectTck.this);
    }
  }

  @Nested
  class IdentityCopy extends IdentityCopyContract {
    IdentityCopy() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Instant extends InstantContract {
    Instant() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Integrity extends IntegrityContract {
    Integrity() {
      super(DialectTck.this);
    }
  }

  @Nested
  class InvalidRow extends InvalidRowContract {
    InvalidRow() {
      super(DialectTck.this);
    }
  }

  @Nested
  class JoinTable extends JoinTableContract {
    JoinTable() {
      super(DialectTck.this);
    }
  }

  @Nested
  class KeyOnly extends KeyOnlyUpsertContract {
    KeyOnly() {
      super(DialectTck.this);
    }
  }

  @Nested
  class KeysetPaging extends KeysetPagingContract {
    KeysetPaging() {
      super(DialectTck.this);
    }
  }

  @Nested
  class LargeInput extends LargeInputContract {
    LargeInput() {
      super(DialectTck.this);
    }
  }

  @Nested
  class NarrowNumber extends NarrowNumberContract {
    NarrowNumber() {
      super(DialectTck.this);
    }
  }

  @Nested
  class NullArgument extends NullArgumentContract {
    NullArgument() {
      super(DialectTck.this);
    }
  }

  @Nested
  class PatternMatching extends PatternMatchingContract {
    PatternMatching() {
      super(DialectTck.this);
    }
  }

  @Nested
  class PersonalData extends PersonalDataContract {
    PersonalData() {
      super(DialectTck.this);
    }
  }

  @Nested
  class ReadPreference extends ReadPreferenceContract {
    ReadPreference() {
      super(DialectTck.this);
    }
  }

  @Nested
  class PlainChangelog extends PlainChangelogContract {
    PlainChangelog() {
      super(DialectTck.this);
    }
  }

  @Nested
  class RowSecurity extends RowSecurityContract {
    RowSecurity() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Seal extends SealContract {
    Seal() {
      super(DialectTck.this);
    }
  }

  @Nested
  class SharedOwnership extends SharedOwnershipContract {
    SharedOwnership() {
      super(DialectTck.this);
    }
  }

  @Nested
  class RowOwnership extends RowOwnershipContract {
    RowOwnership() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Secrecy extends SecrecyContract {
    Secrecy() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Selection extends SelectionContract {
    Selection() {
      super(DialectTck.this);
    }
  }

  @Nested
  class SelectionPaging extends SelectionPagingContract {
    SelectionPaging() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Streaming extends StreamingContract {
    Streaming() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Sum extends SumContract {
    Sum() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Text extends TextContract {
    Text() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TextSearch extends TextSearchContract {
    TextSearch() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TransferSupport extends TransferSupportContract {
    TransferSupport() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Type extends TypeContract {
    Type() {
      super(DialectTck.this);
    }
  }

  @Nested
  class TypeUpsert extends TypeUpsertContract {
    TypeUpsert() {
      super(DialectTck.this);
    }
  }

  @Nested
  class UserRepository extends UserRepositoryContract {
    UserRepository() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Uuid extends UuidContract {
    Uuid() {
      super(DialectTck.this);
    }
  }

  @Nested
  class Version extends VersionContract {
    Version() {
      super(DialectTck.this);
    }
  }
}
