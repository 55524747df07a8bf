package org.resetscope.install.internal;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.UIServices;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.engine.query.IUProfilePropertyQuery;
import org.eclipse.equinox.p2.engine.query.UserVisibleRootQuery;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.operations.InstallOperation;
import org.eclipse.equinox.p2.operations.ProfileChangeOperation;
import org.eclipse.equinox.p2.operations.ProvisioningJob;
import org.eclipse.equinox.p2.operations.ProvisioningSession;
import org.eclipse.equinox.p2.operations.UninstallOperation;
import org.eclipse.equinox.p2.operations.Update;
import org.eclipse.equinox.p2.operations.UpdateOperation;
import org.eclipse.equinox.p2.query.IQuery;
import org.eclipse.equinox.p2.query.IQueryable;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.resetscope.cli.ExitCodes;

/** What the running product consists of, in p2's books; changes it as the dialogs of the workbench do. */
final class Installation {

    /** The property by which p2's reconciler of dropins marks what it has added. */
    private static final String DROPPED = "org.eclipse.equinox.p2.reconciler.dropins";
    /** How p2 names features; nobody types it. */
    private static final String FEATURE = ".feature.group";
    private static final List<String> PRODUCT = List.of("org.resetscope.product", "org.resetscope.feature" + FEATURE,
            "org.resetscope.workbench.feature" + FEATURE);

    private final IProvisioningAgent agent;
    private final ProvisioningSession session;

    private Installation(IProvisioningAgent agent) {
        this.agent = agent;
        session = new ProvisioningSession(agent);
    }

    /**
     * @param trust asked about what is not signed, or by whom nobody knows
     * @throws InstallationException where ResetScope does not run from an installation
     */
    static Installation running(UIServices trust) throws InstallationException {
        Bundle self = FrameworkUtil.getBundle(Installation.class);
        BundleContext context = self == null ? null : self.getBundleContext();
        ServiceReference<IProvisioningAgent> service = context == null ? null : agent(context);
        if (service == null) {
            throw new InstallationException("this needs an installed ResetScope, started by its script", ExitCodes.INTERNAL_ERROR);
        }
        IProvisioningAgent agent = context.getService(service);
        agent.registerService(UIServices.SERVICE_NAME, trust);
        Installation installation = new Installation(agent);
        if (installation.profile() == null) {
            throw new InstallationException("this ResetScope was not installed by p2: nothing can be added to it but by its dropins folder",
                    ExitCodes.INTERNAL_ERROR);
        }
        return installation;
    }

    private static ServiceReference<IProvisioningAgent> agent(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().equals("org.eclipse.equinox.p2.core")) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException e) {
                    return null;
                }
            }
        }
        return context.getServiceReference(IProvisioningAgent.class);
    }

    private IProfile profile() {
        return agent.getService(IProfileRegistry.class).getProfile(IProfileRegistry.SELF);
    }

    IProvisioningAgent agent() {
        return agent;
    }

    /** What was installed as such, not because something else needs it; by id. */
    List<IInstallableUnit> roots() {
        return profile().query(new UserVisibleRootQuery(), null).toUnmodifiableSet().stream().sorted().toList();
    }

    /** What lies in the folder dropins and can be used; by id. */
    List<IInstallableUnit> dropped() {
        return profile().query(new IUProfilePropertyQuery(DROPPED, "true"), null).toUnmodifiableSet().stream().sorted().toList();
    }

    /** As a person types it. */
    static String shortId(IInstallableUnit unit) {
        return unit.getId().endsWith(FEATURE) ? unit.getId().substring(0, unit.getId().length() - FEATURE.length()) : unit.getId();
    }

    static String name(IInstallableUnit unit) {
        String name = unit.getProperty(IInstallableUnit.PROP_NAME, Locale.getDefault().toString());
        return name == null ? shortId(unit) : name;
    }

    static boolean ofTheProduct(IInstallableUnit unit) {
        return PRODUCT.contains(unit.getId());
    }

    /** @throws InstallationException that tells where cannot be written to */
    void checkWritable() throws InstallationException {
        Path configuration = area("osgi.configuration.area");
        Path home = area("osgi.install.area");
        if (configuration != null && !Files.isWritable(configuration)) {
            throw new InstallationException("nothing can be installed: " + configuration + " cannot be written to by this user"
                    + (home == null ? "" : " (ResetScope is in " + home + ")"), ExitCodes.INTERNAL_ERROR);
        }
    }

    private static Path area(String property) {
        try {
            String area = System.getProperty(property);
            return area == null ? null : new File(new URL(area.replace(" ", "%20")).toURI()).toPath();
        } catch (MalformedURLException | URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** @param units of these repositories */
    void install(Collection<IInstallableUnit> units, URI repository, IProgressMonitor monitor) throws InstallationException {
        InstallOperation operation = new InstallOperation(session, units);
        operation.setProvisioningContext(only(repository));
        perform(operation, monitor);
    }

    /** @return what was removed */
    IInstallableUnit uninstall(String id, IProgressMonitor monitor) throws InstallationException {
        if (dropped().stream().anyMatch(u -> u.getId().equals(id))) {
            throw new InstallationException("'" + id + "' was not installed, but dropped in: take its file out of the folder dropins", ExitCodes.USAGE);
        }
        IInstallableUnit unit = roots().stream().filter(u -> u.getId().equals(id) || shortId(u).equals(id)).findFirst()
                .orElseThrow(() -> new InstallationException("'" + id + "' is not installed; 'resetscope plugins' lists what is", ExitCodes.USAGE));
        if (ofTheProduct(unit)) {
            throw new InstallationException("'" + id + "' is ResetScope itself", ExitCodes.USAGE);
        }
        perform(new UninstallOperation(session, List.of(unit)), monitor);
        return unit;
    }

    /**
     * Updates what there is an update for.
     *
     * @param repository to look in beside those that are known, or null
     * @return "id old -> new"
     */
    List<String> update(URI repository, IProgressMonitor monitor) throws InstallationException {
        UpdateOperation operation = new UpdateOperation(session, roots());
        if (repository != null) {
            operation.setProvisioningContext(only(repository));
        }
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        IStatus status = operation.resolveModal(progress.newChild(1));
        if (status.getCode() == UpdateOperation.STATUS_NOTHING_TO_UPDATE) {
            return List.of();
        }
        List<String> updates = new ArrayList<>();
        for (Update update : operation.getSelectedUpdates()) {
            updates.add(shortId(update.toUpdate) + " " + update.toUpdate.getVersion() + " -> " + update.replacement.getVersion());
        }
        perform(operation, progress.newChild(1));
        return updates;
    }

    private ProvisioningContext only(URI repository) {
        ProvisioningContext context = new ProvisioningContext(agent);
        context.setMetadataRepositories(repository);
        context.setArtifactRepositories(repository);
        return context;
    }

    private static void perform(ProfileChangeOperation operation, IProgressMonitor monitor) throws InstallationException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        if (!operation.hasResolved()) {
            operation.resolveModal(progress.newChild(1));
        }
        IStatus resolved = operation.getResolutionResult();
        ProvisioningJob job = operation.getProvisioningJob(progress.newChild(1));
        if (resolved.matches(IStatus.ERROR | IStatus.CANCEL) || job == null) {
            throw failed(resolved, operation.getResolutionDetails());
        }
        IStatus done = job.runModal(progress);
        if (done.matches(IStatus.ERROR | IStatus.CANCEL)) {
            throw failed(done, details(done));
        }
    }

    private static InstallationException failed(IStatus status, String details) {
        if (status.matches(IStatus.CANCEL)) {
            return new InstallationException("cancelled; nothing was changed", ExitCodes.PARTIAL);
        }
        return new InstallationException((details == null || details.isBlank() ? status.getMessage() : details).strip()
                + "\nNothing was changed.", ExitCodes.FINDINGS);
    }

    private static String details(IStatus status) {
        StringBuilder text = new StringBuilder(status.getMessage());
        Arrays.stream(status.getChildren()).forEach(child -> text.append("\n  ").append(details(child).replace("\n", "\n  ")));
        return text.toString();
    }

    /** The newest of each unit that a name means; of all features where none is named, and of all bundles where there are no features. */
    static Collection<IInstallableUnit> choose(IQueryable<IInstallableUnit> repository, List<String> ids)
            throws InstallationException {
        if (ids.isEmpty()) {
            Collection<IInstallableUnit> features = newest(repository, QueryUtil.createIUGroupQuery());
            Collection<IInstallableUnit> chosen = features.isEmpty() ? newest(repository, QueryUtil.createIUAnyQuery()) : features;
            if (chosen.isEmpty()) {
                throw new InstallationException("there is nothing to install", ExitCodes.UNREADABLE);
            }
            return chosen;
        }
        List<IInstallableUnit> chosen = new ArrayList<>();
        for (String id : ids) {
            Collection<IInstallableUnit> found = newest(repository, QueryUtil.createIUQuery(id + FEATURE));
            found = found.isEmpty() ? newest(repository, QueryUtil.createIUQuery(id)) : found;
            if (found.isEmpty()) {
                throw new InstallationException("there is no '" + id + "'; there is " + String.join(", ",
                        newest(repository, QueryUtil.createIUGroupQuery()).stream().map(Installation::shortId).sorted().toList()), ExitCodes.USAGE);
            }
            chosen.addAll(found);
        }
        return chosen;
    }

    private static Collection<IInstallableUnit> newest(IQueryable<IInstallableUnit> repository,
            IQuery<IInstallableUnit> query) {
        return repository.query(QueryUtil.createLatestQuery(query), null).toUnmodifiableSet().stream()
                .filter(unit -> !QueryUtil.isFragment(unit) && !QueryUtil.isCategory(unit)).toList();
    }
}
