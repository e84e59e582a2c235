package dev.lichen;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/**
 * States what the main code of every module keeps to; each module's {@code ArchitectureTest} applies it.
 *
 * <p>An exception to a rule stands in the rule, with its reason.
 */
public final class HouseRules {

    private static final DescribedPredicate<JavaClass> COMMANDS = simpleNameEndingWith("Command")
            .or(resideInAnyPackage("dev.lichen.cli.."))
            .as("commands");

    /** Data can be read, checked and converted where no tensor library is. */
    @ArchTest
    static final ArchRule dataKnowsNoTensors = noClasses()
            .that()
            .resideInAnyPackage("..datasets..", "..annotation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.djl..");

    @ArchTest
    static final ArchRule modelsKnowNoTraining = noClasses()
            .that()
            .resideInAPackage("..lm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..training..", "..sft..", "..rewardmodel..", "..ppo..");

    @ArchTest
    static final ArchRule trainingKnowsNoStage = noClasses()
            .that()
            .resideInAPackage("..training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..sft..", "..rewardmodel..", "..ppo..");

    @ArchTest
    static final ArchRule fineTuningKnowsNoLaterStage = noClasses()
            .that()
            .resideInAPackage("..sft..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..rewardmodel..", "..ppo..");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.lichen.(**)").should().beFreeOfCycles();

    /** Files are read and written in few places, so that each write is atomic and each error names its file. */
    @ArchTest
    static final ArchRule fewTouchFiles = noClasses()
            .that(not(COMMANDS.or(resideInAnyPackage("..checkpoint..", "..training..", "..datasets.."))))
            .and()
            .haveNameNotMatching(".*(Files|File|Folder|Archive)")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Files.class);

    @ArchTest
    static final ArchRule onlyCommandsPrint = noClasses().that(not(COMMANDS)).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobodyUsesJavaLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule exceptionsSayWhatTheyAre = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule onlyMainExits = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.lichen.cli.Lichen")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    /** Randomness is a parameter, so that a run can be repeated; time is read in the run folder's clock only. */
    @ArchTest
    static final ArchRule nobodyHidesChanceOrTime = noClasses()
            .that()
            .haveSimpleNameNotContaining("Clock")
            .and()
            .doNotHaveSimpleName("RunDirectory")
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule onlyCommandsOpenNativeMemory =
            noClasses().that(not(COMMANDS)).should().callMethod("ai.djl.ndarray.NDManager", "newBaseManager");

    @ArchTest
    static final ArchRule onlyCommandsKnowTheCommandLine =
            noClasses().that(not(COMMANDS)).should().dependOnClassesThat().resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyConfigurationKnowsYaml = noClasses()
            .that()
            .resideOutsideOfPackage("..training.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.dataformat.yaml..", "org.yaml..");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(new ArchCondition<>("be in a @NullMarked package") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in a package without @NullMarked"));
        }
    });

    /** Whatever changes is seen by one class only; picocli fills the fields of commands. */
    @ArchTest
    static final ArchRule changingStateIsPrivate = fields().that()
            .areNotFinal()
            .and()
            .areDeclaredInClassesThat(not(COMMANDS))
            .should()
            .bePrivate()
            .andShould()
            .notBeStatic();

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Base|Impl)");

    private HouseRules() {}
}
